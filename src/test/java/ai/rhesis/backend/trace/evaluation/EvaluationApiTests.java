package ai.rhesis.backend.trace.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Results that go back out as evaluations.
@IntegrationTest
class EvaluationApiTests {

    private static final String EVENT = "gen_ai.evaluation.result";

    @Autowired
    Organizations organizations;

    @Autowired
    EvaluationService evaluations;

    Api api;
    Runs runs;

    @BeforeEach
    void open() {
        api = organizations.create();
        runs = new Runs(api);
    }

    @Test
    void everyJudgementIsALogRecord() {
        String run = run(3);
        Answer answer = api.get("/test_runs/" + run + "/evaluations");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.total()).isEqualTo(3);
        JsonNode records = answer.at("resourceLogs.0.scopeLogs.0.logRecords");
        assertThat(records).hasSize(6);
        assertThat(answer.text("resourceLogs.0.resource.attributes.0.value.stringValue"))
                .isEqualTo("rhesis");
        JsonNode first = records.get(0);
        assertThat(first.path("eventName").asString()).isEqualTo(EVENT);
        assertThat(first.path("timeUnixNano").isString()).isTrue();
        assertThat(attributes(first).get("gen_ai.evaluation.name")).isEqualTo("says Echo");
        assertThat(attributes(first).get("gen_ai.evaluation.score.label")).isEqualTo("pass");
        assertThat(attributes(first).get("rhesis.test.run_id")).isEqualTo(run);
        assertThat(attributes(first).get("rhesis.evaluation.passed")).isEqualTo("true");
        JsonNode second = records.get(1);
        assertThat(attributes(second).get("gen_ai.evaluation.name")).isEqualTo("says no");
        assertThat(attributes(second).get("gen_ai.evaluation.score.label")).isEqualTo("fail");
        assertThat(attributes(second).get("gen_ai.evaluation.score.value")).isEqualTo("0.0");
        assertThat(attributes(second).get("gen_ai.evaluation.explanation")).isNotBlank();
    }

    @Test
    void aResultThatIsLinkedTellsItsTraceAndTheRootOfIt() throws IOException {
        String run = run(1);
        JsonNode result = runs.results(run).getFirst();
        send(result.path("id").asString());
        ExportLogsServiceRequest logs = ExportLogsServiceRequest.parseFrom(
                api.with("Accept", "application/x-protobuf").download("/test_runs/" + run + "/evaluations"));
        List<LogRecord> records = logs.getResourceLogs(0).getScopeLogs(0).getLogRecordsList();
        assertThat(records).hasSize(2).allSatisfy(record -> {
            assertThat(HexFormat.of().formatHex(record.getTraceId().toByteArray()))
                    .isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(HexFormat.of().formatHex(record.getSpanId().toByteArray()))
                    .isEqualTo("b7ad6b7169203331");
            assertThat(record.getAttributesList()).anySatisfy(attribute -> {
                assertThat(attribute.getKey()).isEqualTo("gen_ai.response.id");
                assertThat(attribute.getValue().getStringValue()).isEqualTo("chatcmpl-1");
            });
        });
    }

    /// Sends the root of a trace that names the result.
    private String send(String result) {
        String project = api.create("/projects", Map.of("name", "Support bot"));
        String span = """
                {"traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "b7ad6b7169203331", "name": "chat gpt-5",
                 "startTimeUnixNano": "1764200000000000000", "endTimeUnixNano": "1764200001000000000", "attributes": [
                   {"key": "rhesis.test.result_id", "value": {"stringValue": "%s"}},
                   {"key": "gen_ai.response.id", "value": {"stringValue": "chatcmpl-1"}}]}
                """.formatted(result);
        Answer answer = api.with("X-Project-Id", project)
                .post("/v1/traces", "{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [" + span + "]}]}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isEmpty()).isTrue();
        return project;
    }

    @Test
    void theJudgementsOfAResultAreEventsOfItsSpan() {
        String run = run(1);
        UUID result = UUID.fromString(runs.results(run).getFirst().path("id").asString());
        String project = send(result.toString());

        JsonNode events = api.get("/telemetry/traces/0af7651916cd43dd8448eb211c80319c?project_id=" + project)
                .at("root_spans.0.events");

        assertThat(events.valueStream().filter(event -> event.path("derived").asBoolean(false)))
                .extracting(event -> event.path("name").asString())
                .containsExactly("gen_ai.evaluation.result", "gen_ai.evaluation.result");
        assertThat(events.valueStream()
                        .map(event ->
                                event.at("/attributes/gen_ai.evaluation.name").asString()))
                .containsExactly("says Echo", "says no");
        Tenant other = Organizations.tenantOf(organizations.create());
        assertThat(other.<List<ObjectNode>, RuntimeException>call(() -> evaluations.eventsOf(result)))
                .isEmpty();
    }

    @Test
    void aCategoryIsTheLabelAndAnErrorIsToldByItsType() {
        String run = new KeptRuns(api, 1).run("p");
        String result = runs.results(run).getFirst().path("id").asString();
        Map<String, ?> metrics = Map.of(
                "Relevance", Map.of("score", "relevant", "is_successful", true),
                "Slow", Map.of("error", "no answer in 30 s", "error_type", "timeout"),
                "Tone", Map.of("score", 4.5, "threshold", 3, "is_successful", true, "reason", "warm"));
        assertThat(api.put("/test_results/" + result, Map.of("test_metrics", Map.of("metrics", metrics)))
                        .status())
                .isEqualTo(200);
        JsonNode records = api.get("/test_runs/" + run + "/evaluations").at("resourceLogs.0.scopeLogs.0.logRecords");
        assertThat(records).hasSize(3);
        assertThat(of(records, "Relevance")).containsEntry("gen_ai.evaluation.score.label", "relevant");
        assertThat(of(records, "Slow"))
                .containsEntry("error.type", "timeout")
                .containsEntry("gen_ai.evaluation.explanation", "no answer in 30 s")
                .doesNotContainKeys("gen_ai.evaluation.score.label", "rhesis.evaluation.passed");
        assertThat(of(records, "Tone"))
                .containsEntry("gen_ai.evaluation.score.value", "4.5")
                .containsEntry("gen_ai.evaluation.score.label", "pass")
                .containsEntry("rhesis.evaluation.threshold", "3.0")
                .containsEntry("gen_ai.evaluation.explanation", "warm");
    }

    private static Map<String, String> of(JsonNode records, String metric) {
        return records.valueStream()
                .map(EvaluationApiTests::attributes)
                .filter(attributes -> metric.equals(attributes.get("gen_ai.evaluation.name")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> attributes(JsonNode record) {
        Map<String, String> attributes = new HashMap<>();
        record.path("attributes")
                .forEach(attribute -> attributes.put(
                        attribute.path("key").asString(),
                        attribute.path("value").iterator().next().asString()));
        return attributes;
    }

    @Test
    void pagesHoldAllResultsOnce() {
        String run = run(5);
        long records = 0;
        for (int offset = 0; offset < 5; offset += 2) {
            Answer page = api.get("/test_runs/" + run + "/evaluations?limit=2&offset=" + offset);
            assertThat(page.total()).isEqualTo(5);
            records += page.at("resourceLogs.0.scopeLogs.0.logRecords").size();
        }
        assertThat(records).isEqualTo(10);
        Answer beyond = api.get("/test_runs/" + run + "/evaluations?offset=5");
        assertThat(beyond.json().isEmpty()).isTrue();
        assertThat(beyond.total()).isEqualTo(5);
    }

    @Test
    void aPageOutOfBoundsIsRefused() {
        String run = run(1);
        for (String page : List.of("limit=1001", "limit=0", "limit=x", "offset=-1")) {
            assertThat(api.get("/test_runs/" + run + "/evaluations?" + page).status())
                    .as(page)
                    .isBetween(400, 422);
        }
        assertThat(api.with("Accept", "text/csv")
                        .get("/test_runs/" + run + "/evaluations")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void anotherOrganizationFindsNoRun() {
        String run = run(1);
        assertThat(organizations
                        .create()
                        .get("/test_runs/" + run + "/evaluations")
                        .status())
                .isEqualTo(404);
    }

    /// A finished run of so many tests, each judged by one metric that passes and one that fails.
    private String run(int tests) {
        try (FakeTarget target = FakeTarget.start()) {
            String endpoint = runs.endpoint("Bot", target.url());
            String set = runs.set("Hello", tests);
            runs.judgeSet(
                    set, runs.assertion("says Echo", "contains", "Echo"), runs.assertion("says no", "contains", "no!"));
            String run = runs.start(set, endpoint, Map.of());
            runs.await(run);
            return run;
        }
    }
}
