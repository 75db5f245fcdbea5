package ai.rhesis.backend.support;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A program with the SDK, as far as its socket shows it.
public final class ProgramClient implements AutoCloseable {

    private final SocketClient socket;

    /// Calls that came before the answer to a registration: a program is called as soon as its route is written.
    private final Deque<JsonNode> early = new ArrayDeque<>();

    private ProgramClient(SocketClient socket) {
        this.socket = socket;
    }

    /// Opens a socket with a token and reads the greeting.
    public static ProgramClient connect(Organizations server, String token) {
        ProgramClient program = new ProgramClient(SocketClient.ofProgram(server, token, true));
        program.socket.await("connected");
        return program;
    }

    /// Opens a socket with a new API token of the caller.
    public static ProgramClient connect(Organizations server, Api caller) {
        return connect(server, token(caller));
    }

    /// Opens a socket and reads nothing from it.
    public static ProgramClient deaf(Organizations server, Api caller) {
        return new ProgramClient(SocketClient.ofProgram(server, token(caller), false));
    }

    public static String token(Api caller) {
        return String.valueOf(
                caller.post("/tokens", Map.of("name", "Token of a program")).text("access_token"));
    }

    /// Registers functions and answers what the server said to that.
    public JsonNode register(String project, String... functions) {
        socket.send(registration(project, functions));
        return socket.await(frame -> {
            if (isCall(frame)) {
                early.add(frame);
            }
            return frame.path("type").asString().equals("registered");
        });
    }

    /// Registers without reading the answer.
    public ProgramClient registering(String project, String... functions) {
        socket.send(registration(project, functions));
        return this;
    }

    public static Map<String, Object> registration(@Nullable String project, String... functions) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("type", "register");
        frame.put("project_id", project);
        frame.put("environment", project == null ? null : "development");
        frame.put("sdk_version", "0.13.0");
        frame.put(
                "functions",
                Arrays.stream(functions).map(ProgramClient::function).toList());
        frame.put("metrics", List.of());
        return frame;
    }

    private static Map<String, Object> function(String name) {
        return Map.of(
                "name",
                name,
                "parameters",
                Map.of("input", Map.of("type", "str")),
                "return_type",
                "str",
                "metadata",
                Map.of("description", "Answers."));
    }

    /// Returns the next call of a function or a metric.
    public JsonNode nextCall() {
        JsonNode first = early.poll();
        return first == null ? socket.await(ProgramClient::isCall) : first;
    }

    private static boolean isCall(JsonNode frame) {
        return frame.path("type").asString().startsWith("execute_");
    }

    public ProgramClient answer(JsonNode call, Object output) {
        return answer(call.path("test_run_id").asString(), output);
    }

    public ProgramClient answer(String callId, Object output) {
        socket.send(result(callId, Map.of("status", "success", "output", output)));
        return this;
    }

    public ProgramClient fail(JsonNode call, String error) {
        socket.send(result(call.path("test_run_id").asString(), Map.of("status", "error", "error", error)));
        return this;
    }

    private static Map<String, Object> result(String callId, Map<String, Object> more) {
        // in the order in which the SDK writes it
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", "test_result");
        result.put("test_run_id", callId);
        result.putAll(more);
        result.put("duration_ms", 1.5);
        return result;
    }

    /// Answers so many calls, each in turn.
    public ProgramClient answering(int calls, Function<JsonNode, Object> outputs) {
        for (int number = 0; number < calls; number++) {
            JsonNode call = nextCall();
            answer(call, Objects.requireNonNull(outputs.apply(call.path("inputs"))));
        }
        return this;
    }

    public SocketClient socket() {
        return socket;
    }

    /// Breaks the connection, as when the program is killed.
    @Override
    public void close() {
        socket.close();
    }
}
