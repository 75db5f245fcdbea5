package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.egress.Redaction;
import ai.rhesis.backend.platform.problem.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calls of functions and metrics in connected programs, from any node. Make them outside any transaction.
@Component
public class ConnectorCalls {

    private static final int RETRY_SECONDS = 10;

    private final ConnectorRoutes routes;
    private final CallDispatch dispatch;
    private final JsonMapper json;

    ConnectorCalls(ConnectorRoutes routes, CallDispatch dispatch, JsonMapper json) {
        this.routes = routes;
        this.dispatch = dispatch;
        this.json = json;
    }

    /// Calls a function of the newest connection of a service and waits for its result.
    ///
    /// @throws CallException `sdk_not_connected` when no program is connected, `sdk_disconnected` when it leaves
    /// before it answers, `sdk_timeout`, or `sdk_function_error` with the words of the function
    public FunctionReply callFunction(FunctionCall call, Duration timeout) {
        String id = CallText.newFunctionId();
        JsonNode answer = call(to(call.service()), id, ServerFrame.ExecuteFunction.of(id, call), timeout);
        return new FunctionReply(answer.path("output"), traceId(answer), duration(answer));
    }

    /// Calls a metric and waits for its score.
    ///
    /// @throws CallException as [#callFunction]
    public MetricReply callMetric(MetricCall call, Duration timeout) {
        String id = CallText.newMetricId();
        RouteLookup program = new RouteLookup(
                () -> routes.withMetric(call.metric(), call.projectId()),
                "no program with the metric " + call.metric() + " is connected");
        JsonNode answer = call(program, id, new ServerFrame.ExecuteMetric(id, call.metric(), call.inputs()), timeout);
        return new MetricReply(answer.path("score"), answer.path("details"), duration(answer));
    }

    /// Calls a function and waits for nothing.
    ///
    /// @return the id of the call
    /// @throws CallException `sdk_not_connected` when no program is connected
    /// @throws ProblemException 429 when too many of such calls have not ended
    String trigger(FunctionCall call, Duration timeout) {
        if (dispatch.isFull()) {
            throw Problem.tooMany(
                            "Too many triggered calls have not been answered; wait for some of them.", RETRY_SECONDS)
                    .exception();
        }
        String id = CallText.newFunctionId();
        dispatch.send(to(call.service()), text(id, ServerFrame.ExecuteFunction.of(id, call), timeout));
        return id;
    }

    private RouteLookup to(SdkService service) {
        return new RouteLookup(
                () -> routes.newest(service),
                "no program is connected for the environment " + service.environment() + " of the project");
    }

    private JsonNode call(RouteLookup lookup, String id, ServerFrame frame, Duration timeout) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a program is never called inside a transaction");
        }
        JsonNode answer = dispatch.call(lookup, text(id, frame, timeout), timeout);
        if (!answer.path("status").asString("").equals("success")) {
            throw CallException.sdk(Reason.SDK_FUNCTION_ERROR, wordsOf(answer));
        }
        return answer;
    }

    private CallText text(String id, ServerFrame frame, Duration timeout) {
        return new CallText(id, json.writeValueAsString(frame), System.nanoTime() + timeout.toNanos());
    }

    private static String wordsOf(JsonNode answer) {
        String words = Redaction.NONE.excerpt(answer.path("error").asString(""));
        return words.isEmpty() ? "the program answered an error and did not say which" : words;
    }

    private static @Nullable String traceId(JsonNode answer) {
        String id = answer.path("trace_id").asString("");
        return id.matches("[0-9a-f]{32}") ? id : null;
    }

    private static @Nullable Double duration(JsonNode answer) {
        JsonNode millis = answer.path("duration_ms");
        return millis.isNumber() ? (Double) millis.asDouble() : null;
    }
}
