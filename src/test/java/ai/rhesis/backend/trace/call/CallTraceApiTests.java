package ai.rhesis.backend.trace.call;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeSocket;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.SocketClient;
import ai.rhesis.backend.support.TestDatabase;
import ai.rhesis.backend.support.TestedFiles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Spans that our own calls of endpoints leave.
@IntegrationTest
class CallTraceApiTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();
    private Api api;
    private String project;

    @BeforeEach
    void ownProject() {
        api = organizations.founder();
        project = api.create("/projects", Map.of("name", "Bot"));
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void invokeLeavesASpan() {
        String endpoint = endpoint(Map.of("environment", "staging"));
        target.next(Reply.json(Map.of(
                "output", "Hi", "session_id", "s-1", "usage", Map.of("prompt_tokens", 3, "completion_tokens", 5))));

        Answer answer = invoke(endpoint, Map.of("input", "Hello"));

        JsonNode span = only(answer);
        assertThat(span.path("name").asString()).isEqualTo("function.endpoint_rest_invoke");
        assertThat(span.path("kind").asString()).isEqualTo("CLIENT");
        assertThat(span.path("status_code").asString()).isEqualTo("OK");
        assertThat(span.path("environment").asString()).isEqualTo("staging");
        assertThat(span.path("conversation_id").asString()).isEqualTo("s-1");
        assertThat(span.path("parent_span_id").isNull()).isTrue();
        assertThat(span.path("project_id").asString()).isEqualTo(project);
        assertThat(attributes(span))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("endpoint.id", endpoint),
                        Map.entry("endpoint.name", "Bot"),
                        Map.entry("endpoint.type", "REST"),
                        Map.entry("endpoint.url", target.url()),
                        Map.entry("endpoint.method", "POST"),
                        Map.entry("endpoint.response.status", "success"),
                        Map.entry("endpoint.response.has_output", "true"),
                        Map.entry("endpoint.response.output_preview", "Hi"),
                        Map.entry("endpoint.response.size", "2"),
                        Map.entry("rhesis.conversation.id", "s-1"),
                        Map.entry("rhesis.conversation.is_turn_root", "true"),
                        Map.entry("rhesis.conversation.input", "Hello"),
                        Map.entry("rhesis.conversation.output", "Hi"),
                        Map.entry("ai.llm.tokens.input", "3"),
                        Map.entry("ai.llm.tokens.output", "5"),
                        Map.entry("ai.llm.tokens.total", "8")));
    }

    @Test
    void failedCallLeavesASpanThatSaysWhy() {
        String endpoint = endpoint(Map.of());
        target.answering(call -> Reply.status(400));

        assertThat(invoke(endpoint, Map.of("input", "Hello")).status()).isEqualTo(502);

        JsonNode span = spans().get(0);
        assertThat(span.path("status_code").asString()).isEqualTo("ERROR");
        assertThat(span.path("status_message").asString()).contains("400");
        assertThat(attributes(span))
                .containsEntry("endpoint.response.status", "error")
                .containsEntry("endpoint.response.has_output", "false")
                .doesNotContainKey("rhesis.conversation.output");
    }

    @Test
    void turnsOfAConversationShareATrace() {
        String endpoint = endpoint(Map.of());
        target.answering(call -> Reply.json(Map.of("output", "Hi", "session_id", "s-1")));

        String first = invoke(endpoint, Map.of("input", "1")).text("trace_id");
        String second =
                invoke(endpoint, Map.of("input", "2", "session_id", "s-1")).text("trace_id");
        String another =
                invoke(endpoint, Map.of("input", "3", "session_id", "s-2")).text("trace_id");

        assertThat(first).isEqualTo(second).matches("[0-9a-f]{32}");
        assertThat(another).isNotEqualTo(first);
        assertThat(spans())
                .extracting(span -> span.path("trace_id").asString())
                .containsExactly(first, second, another);
    }

    @Test
    void conversationsOfTwoEndpointsAreApart() {
        String one = endpoint(Map.of());
        String other = endpoint(Map.of());
        target.answering(call -> Reply.json(Map.of("output", "Hi")));

        assertThat(invoke(one, Map.of("input", "1", "session_id", "1")).text("trace_id"))
                .isNotEqualTo(
                        invoke(other, Map.of("input", "1", "session_id", "1")).text("trace_id"));
    }

    @Test
    void callWithoutTracingLeavesNothing() {
        String disabled = endpoint(Map.of("disable_tracing", true));
        String outside = new Runs(api).endpoint("Free", target.url());

        assertThat(invoke(disabled, Map.of("input", "Hello")).text("trace_id")).isNull();
        assertThat(invoke(outside, Map.of("input", "Hello")).text("trace_id")).isNull();
        assertThat(spans()).isEmpty();
    }

    @Test
    void trialOfMappingsLeavesNothing() {
        String endpoint = endpoint(Map.of());

        Answer tried = api.post(
                "/endpoints/" + endpoint + "/test",
                Map.of(
                        "request_mapping", Map.of("q", "{{ input }}"),
                        "response_mapping", Map.of("output", "$.output"),
                        "input_data", Map.of("input", "Hello")));

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text("trace_id")).isNull();
        assertThat(spans()).isEmpty();
    }

    @Test
    void chatOfThePlaygroundNamesItsTrace() {
        String endpoint = endpoint(Map.of());
        try (SocketClient client = SocketClient.open(organizations, api)) {
            client.send(Map.of(
                    "type", "chat.message",
                    "correlation_id", "1",
                    "payload", Map.of("endpoint_id", endpoint, "project_id", project, "message", "Hello")));

            JsonNode answer = client.await("chat.response");

            assertThat(spans()).hasSize(1);
            assertThat(answer.at("/payload/trace_id").asString())
                    .isEqualTo(spans().get(0).path("trace_id").asString());
        }
    }

    @Test
    void callOfASocketLeavesASpan() {
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> connection.send("{\"output\":\"Hi\"}"))) {
            String endpoint = endpoint(Map.of("connection_type", "WebSocket", "url", socket.url()));

            JsonNode span = only(invoke(endpoint, Map.of("input", "Hello")));

            assertThat(span.path("name").asString()).isEqualTo("function.endpoint_websocket_invoke");
            assertThat(attributes(span))
                    .containsEntry("endpoint.type", "WebSocket")
                    .doesNotContainKey("endpoint.method");
        }
    }

    @Test
    void spansOfARunNameItsResults() {
        Runs runs = new Runs(api);
        String set = runs.set("Say", 3);
        runs.judgeSet(set, runs.assertion("has Say", "contains", "Say"));
        target.answering(call ->
                call.json().toString().contains("Say 2") ? Reply.status(400) : Reply.json(Map.of("output", "Say")));

        String run = runs.start(set, endpoint(Map.of()), Map.of());
        runs.await(run);

        List<JsonNode> spans = awaitSpans(3);
        Map<String, JsonNode> results = runs.results(run).stream()
                .collect(toMap(result -> result.path("id").asString(), result -> result));
        assertThat(spans).allSatisfy(span -> {
            Map<String, String> attributes = attributes(span);
            JsonNode result = Objects.requireNonNull(results.get(attributes.get("rhesis.test.result_id")));
            assertThat(attributes)
                    .containsEntry("rhesis.test.run_id", run)
                    .containsEntry("rhesis.test.id", result.path("test_id").asString())
                    .containsEntry(
                            "rhesis.test.configuration_id",
                            result.path("test_configuration_id").asString());
        });
        assertThat(spans).extracting(span -> span.path("trace_id").asString()).doesNotHaveDuplicates();
        assertThat(spans)
                .extracting(span -> span.path("status_code").asString())
                .containsExactlyInAnyOrder("OK", "ERROR", "OK");
    }

    @Test
    void filesAreToldByNameAndSizeWithoutTheirContents() {
        Runs runs = new Runs(api);
        String set = runs.set("Say", 1);
        new TestedFiles(api)
                .attach(String.valueOf(api.get("/test_sets/" + set + "/tests").text("0.id")), "scan.png", new byte[] {
                    1, 2, 3, 4
                });

        runs.await(runs.start(set, endpoint(Map.of("request_mapping", TestedFiles.MAPPING)), Map.of()));

        JsonNode span = awaitSpans(1).getFirst();
        assertThat(attributes(span))
                .containsEntry(
                        "endpoint.request.files",
                        "[{\"filename\":\"scan.png\",\"content_type\":\"image/png\",\"size_bytes\":4}]");
        assertThat(span.toString()).doesNotContain("AQIDBA==");
        assertThat(target.lastCall().body()).contains("AQIDBA==");
    }

    @Test
    void turnsOfATestShareATrace() {
        Runs runs = new Runs(api);
        try (FakeModelServer user = FakeModelServer.start()) {
            user.will(
                    ModelReply.json(Map.of("goal_met", false, "reason", "begin", "message", "Good day")),
                    ModelReply.json(Map.of("goal_met", false, "reason", "go on", "message", "How are you?")));
            user.always(question -> ModelReply.json(Map.of("goal_met", true, "reason", "done", "message", "Bye")));
            String set = runs.set(
                    1, number -> Map.of("test_type", "Multi-Turn", "test_configuration", Map.of("goal", "Be greeted")));
            target.answering(call -> Reply.json(Map.of("output", "Hi", "session_id", "s-1")));

            runs.await(
                    runs.start(set, endpoint(Map.of()), Map.of("execution_model_id", runs.model("User", user.url()))));

            List<JsonNode> spans = awaitSpans(2);
            assertThat(spans.get(0).path("trace_id")).isEqualTo(spans.get(1).path("trace_id"));
            assertThat(spans)
                    .extracting(span -> attributes(span).get("rhesis.conversation.input"))
                    .containsExactly("Good day", "How are you?");
        }
    }

    @Test
    void foreignOrganizationSeesNoneOfIt() {
        invoke(endpoint(Map.of()), Map.of("input", "Hello"));

        assertThat(TestDatabase.column(
                        "select organization_id from app.span where name = 'function.endpoint_rest_invoke'"
                                + " and project_id = '" + project + "'"))
                .containsExactly(String.valueOf(api.get("/projects/" + project).text("organization_id")));
    }

    @Test
    void reportedCallIsASpan() {
        Answer received = api.post("/connector/trace", report(Map.of()));

        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("status")).isEqualTo("received");
        JsonNode span = spans().get(0);
        assertThat(span.path("name").asString()).isEqualTo("function.chat");
        assertThat(span.path("kind").asString()).isEqualTo("INTERNAL");
        assertThat(span.path("status_code").asString()).isEqualTo("OK");
        assertThat(span.path("environment").asString()).isEqualTo("staging");
        assertThat(span.path("start_time").asString()).startsWith("2026-11-27T04:00:00.25");
        assertThat(span.path("end_time").asString()).startsWith("2026-11-27T04:00:01.75");
        assertThat(attributes(span))
                .isEqualTo(Map.of(
                        "function.name", "chat",
                        "function.kwargs", "{\"message\":\"Hello\"}",
                        "function.result", "Hi"));
    }

    @Test
    void reportedFailureIsASpanThatSaysWhy() {
        api.post("/connector/trace", report(Map.of("status", "error", "error", "boom")));

        assertThat(spans().get(0).path("status_code").asString()).isEqualTo("ERROR");
        assertThat(spans().get(0).path("status_message").asString()).isEqualTo("boom");
    }

    @Test
    void aReportOfAnyTimeIsKeptWithThatTime() {
        assertThat(api.post("/connector/trace", report(Map.of("timestamp", 1e10)))
                        .status())
                .isEqualTo(200);

        assertThat(spans().get(0).path("start_time").asString()).startsWith("2286-11-20T17:46:40");
    }

    @Test
    void badReportsAreRefused() {
        Api stranger = organizations.founder();

        assertThat(stranger.post("/connector/trace", report(Map.of())).status()).isEqualTo(403);
        assertThat(api.post("/connector/trace", report(Map.of("status", "good")))
                        .badFields())
                .containsExactly("body.status");
        assertThat(api.post("/connector/trace", report(Map.of("environment", "moon")))
                        .badFields())
                .containsExactly("body.environment");
        assertThat(api.post("/connector/trace", report(Map.of("timestamp", 1e15)))
                        .badFields())
                .containsExactly("body.timestamp");
        assertThat(api.post("/connector/trace", Map.of()).badFields())
                .containsExactlyInAnyOrder(
                        "body.function_name",
                        "body.inputs",
                        "body.duration_ms",
                        "body.status",
                        "body.timestamp",
                        "body.project_id",
                        "body.environment");
        assertThat(spans()).isEmpty();
    }

    private Map<String, Object> report(Map<String, ?> more) {
        Map<String, Object> report = new HashMap<>(Map.of(
                "function_name",
                "chat",
                "inputs",
                Map.of("message", "Hello"),
                "output",
                "Hi",
                "duration_ms",
                1500.0,
                "status",
                "success",
                "timestamp",
                1795752000.25,
                "project_id",
                project,
                "environment",
                "staging"));
        report.putAll(more);
        return report;
    }

    private String endpoint(Map<String, ?> more) {
        Map<String, Object> endpoint = new HashMap<>(
                Map.of("name", "Bot", "connection_type", "REST", "url", target.url(), "project_id", project));
        endpoint.putAll(more);
        return api.create("/endpoints", endpoint);
    }

    private Answer invoke(String endpoint, Map<String, ?> question) {
        return api.post("/endpoints/" + endpoint + "/invoke", question);
    }

    private JsonNode only(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<JsonNode> spans = spans();
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().path("trace_id").asString()).isEqualTo(answer.text("trace_id"));
        return spans.getFirst();
    }

    private List<JsonNode> awaitSpans(int number) {
        return Awaitility.await().atMost(TIMEOUT).until(this::spans, spans -> spans.size() == number);
    }

    /// The spans of the project as they are stored, in the order in which they came.
    private List<JsonNode> spans() {
        return TestDatabase.column("""
                        select to_jsonb(s) || jsonb_build_object('trace_id', encode(t.trace_id, 'hex'))
                        from app.span s
                        join app.trace t on t.organization_id = s.organization_id and t.id = s.trace_key
                        where s.project_id = '%s'
                        order by s.id
                        """.formatted(project)).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static Map<String, String> attributes(JsonNode span) {
        return span.path("attributes")
                .propertyStream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().asString()));
    }
}
