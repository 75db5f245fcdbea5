package ai.rhesis.backend.trace.view;

import static ai.rhesis.backend.support.SentTrace.spanId;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentTrace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The list of traces, and everything that it is filtered by.
@IntegrationTest
class TraceListApiTests {

    private static final Map<String, ?> FAILED = Map.of("status", Map.of("code", 2, "message", "The shelf is Empty"));

    @Autowired
    Organizations organizations;

    Api api;
    String project;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        project = api.create("/projects", Map.of("name", "Bot"));
    }

    @Test
    void eachTraceIsListedOnceByItsLatestRoot() {
        SentTrace talk = trace().span(
                        "a",
                        null,
                        0,
                        100,
                        Map.of("rhesis.conversation.id", "talk", "rhesis.conversation.input", "Hello"))
                .span("b", "a", 10, 50, Map.of())
                .span("c", null, 900, 250, Map.of("rhesis.conversation.id", "talk", "rhesis.conversation.input", "Bye"))
                .send();

        Answer list = list("");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.at("total").asLong()).isEqualTo(1);
        assertThat(list.at("limit").asInt()).isEqualTo(100);
        assertThat(list.at("offset").asInt()).isZero();
        assertThat(list.text("traces.0.trace_id")).isEqualTo(talk.traceId());
        assertThat(list.text("traces.0.project_id")).isEqualTo(project);
        assertThat(list.text("traces.0.root_operation")).isEqualTo("step c");
        assertThat(list.text("traces.0.start_time")).isEqualTo("2026-11-27T04:00:00.900Z");
        assertThat(list.at("traces.0.duration_ms").asDouble()).isEqualTo(250);
        assertThat(list.at("traces.0.span_count").asInt()).isEqualTo(3);
        assertThat(list.text("traces.0.conversation_id")).isEqualTo("talk");
        assertThat(list.text("traces.0.conversation_input")).isEqualTo("Bye");
        assertThat(list.text("traces.0.environment")).isEqualTo("development");
        assertThat(list.at("traces.0.has_errors").asBoolean()).isFalse();
        assertThat(list.at("traces.0.has_reviews").asBoolean()).isFalse();
        assertThat(list.at("traces.0.trace_metrics_status").isNull()).isTrue();
    }

    @Test
    void theNewestComeFirstAndTheTotalIsRightBeyondTheEnd() {
        List<String> ids = List.of(three(0), three(1_000), three(2_000));

        assertThat(list("").texts("traces", "trace_id")).isEqualTo(ids.reversed());
        Answer second = list("&limit=1&offset=1");
        assertThat(second.texts("traces", "trace_id")).containsExactly(ids.get(1));
        assertThat(second.at("total").asLong()).isEqualTo(3);
        Answer beyond = list("&offset=10");
        assertThat(beyond.at("traces").size()).isZero();
        assertThat(beyond.at("total").asLong()).isEqualTo(3);
    }

    private String three(int begin) {
        return trace().span("a", null, begin, 10, Map.of()).send().traceId();
    }

    @ParameterizedTest
    @CsvSource({
        "environment=production, environment=staging",
        "search=SHELF is empty, search=nothing of this",
        "search=step b, search=step z",
        "search=where is my parcel, search=where is my lamp",
        "search=shop bot, search=shop boy",
        "search=bot.example/ask, search=bot.example/tell",
        "span_name=step a, span_name=step b",
        "status_code=ERROR, status_code=OK",
        "start_time_after=2026-11-27T04:00:01Z, start_time_after=2026-11-27T04:00:02Z",
        "start_time_before=2026-11-27T04:00:01, start_time_before=2026-11-27",
        "duration_min_ms=499.5, duration_min_ms=500.5",
        "duration_max_ms=500, duration_max_ms=499",
        "conversation_id=talk, conversation_id=tal",
        "trace_type=Multi-Turn, trace_type=Single-Turn",
        "trace_source=operation, trace_source=test",
        "trace_type=all, trace_metrics_status=Pass",
        "trace_source=all, endpoint_id=0198c2f2-0000-7000-8000-000000000000",
    })
    void aFilterFindsWhatItSays(String matching, String other) {
        trace().from("production")
                .span(
                        "a",
                        null,
                        1_000,
                        500,
                        Map.of(
                                "rhesis.conversation.id",
                                "talk",
                                "rhesis.conversation.input",
                                "Where is my parcel?",
                                "endpoint.name",
                                "Shop bot",
                                "endpoint.url",
                                "https://bot.example/ask"),
                        FAILED)
                .span("b", "a", 1_100, 10, Map.of())
                .send();

        assertThat(filtered(matching).at("total").asLong()).as(matching).isEqualTo(1);
        assertThat(filtered(matching).at("traces").size()).as(matching).isEqualTo(1);
        assertThat(filtered(other).at("total").asLong()).as(other).isZero();
        assertThat(filtered(other).at("traces").size()).as(other).isZero();
    }

    private Answer filtered(String condition) {
        String[] parts = condition.split("=", 2);
        return api.get("/telemetry/traces?project_id={p}&" + parts[0] + "={v}", project, parts[1]);
    }

    @Test
    void aTraceIsFoundByAPartOfItsId() {
        String id = three(0);
        three(1_000);

        assertThat(list("&search=" + id.substring(4, 20).toUpperCase()).texts("traces", "trace_id"))
                .containsExactly(id);
    }

    @Test
    void jokersOfSearchesAreLetters() {
        three(0);

        assertThat(filtered("search=step%").at("total").asLong()).isZero();
        assertThat(filtered("search=step_a").at("total").asLong()).isZero();
    }

    @Test
    void spansAreListedEachWhereTheyAreAskedFor() {
        trace().span("a", null, 0, 100, Map.of())
                .span("b", "a", 10, 50, Map.of())
                .send();
        trace().span("c", null, 5_000, 100, Map.of()).send();

        Answer spans = list("&root_spans_only=false");

        assertThat(spans.texts("traces", "root_operation")).containsExactly("step c", "step a", "step b");
        assertThat(spans.at("total").asLong()).isEqualTo(3);
        assertThat(list("&root_spans_only=false&span_name=step+b").texts("traces", "root_operation"))
                .containsExactly("step b");
        assertThat(list("&root_spans_only=false&duration_max_ms=60").at("total").asLong())
                .isEqualTo(1);
        assertThat(list("&root_spans_only=false&offset=9").at("total").asLong()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint_id=x",
                "test_run_id=1",
                "test_result_id=1",
                "test_id=1",
                "trace_source=mine",
                "trace_type=Two-Turn",
                "trace_metrics_status=Good",
                "status_code=BAD",
                "start_time_after=yesterday",
                "duration_min_ms=long",
                "root_spans_only=maybe",
                "limit=0",
                "limit=1001",
                "offset=-1"
            })
    void aWrongValueIsRefusedByItsName(String parameter) {
        Answer refused = list("&" + parameter);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().toString()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void aProjectThatIsNoIdIsRefused() {
        assertThat(api.get("/telemetry/traces?project_id=x").status()).isEqualTo(400);
    }

    @Test
    void theQueryNamesTheProjectBeforeTheHeader() {
        String id = three(0);
        String other = api.create("/projects", Map.of("name", "Other"));
        Api there = api.with("X-Project-Id", other);

        assertThat(there.get("/telemetry/traces").at("total").asLong()).isZero();
        assertThat(there.get("/telemetry/traces?project_id=" + project).texts("traces", "trace_id"))
                .containsExactly(id);
        assertThat(api.get("/telemetry/traces").texts("traces", "trace_id")).containsExactly(id);
    }

    @Test
    void anotherProjectOrOrganizationIsForbidden() {
        three(0);
        String other = api.create("/projects", Map.of("name", "Other"));
        Api bound = api.as(String.valueOf(api.with("X-Project-Id", other)
                .post("/tokens", Map.of("name", "Of the other"))
                .text("access_token")));

        assertThat(bound.get("/telemetry/traces").at("total").asLong()).isZero();
        assertThat(bound.get("/telemetry/traces?project_id=" + project).status())
                .isEqualTo(403);
        assertThat(organizations
                        .create()
                        .get("/telemetry/traces?project_id=" + project)
                        .status())
                .isEqualTo(403);
        assertThat(organizations.create().get("/telemetry/traces").at("total").asLong())
                .isZero();
    }

    @Test
    void theTracesOfARunAreThoseThatNameIt() {
        String model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        String run = api.create(
                "/test_runs",
                Map.of("test_configuration_id", api.create("/test_configurations", Map.of("model_id", model))));
        three(0);
        String id = trace().span("a", null, 0, 10, Map.of("rhesis.test.run_id", run))
                .send()
                .traceId();

        Answer ofRun = api.get("/test_runs/" + run + "/traces?limit=5");

        assertThat(ofRun.texts("traces", "trace_id")).containsExactly(id);
        assertThat(ofRun.text("traces.0.test_run_id")).isEqualTo(run);
        assertThat(ofRun.at("limit").asInt()).isEqualTo(5);
        assertThat(list("&test_run_id=" + run).texts("traces", "trace_id")).containsExactly(id);
        assertThat(list("&trace_source=test").texts("traces", "trace_id")).containsExactly(id);
        assertThat(list("&test_run_id=" + UUID.randomUUID()).at("total").asLong())
                .isZero();
        assertThat(organizations.create().get("/test_runs/" + run + "/traces").status())
                .isEqualTo(404);
    }

    @Test
    void tagsAndCommentsAreCountedOverAllSpans() {
        SentTrace trace = trace().span("a", null, 0, 100, Map.of())
                .span("b", "a", 10, 50, Map.of())
                .send();
        String root = String.valueOf(list("").text("traces.0.span_db_id"));
        String child = String.valueOf(trace.read().text("root_spans.0.children.0.id"));
        assertThat(trace.read().text("root_spans.0.span_id")).isEqualTo(spanId("a"));
        api.post("/tags/Trace/" + root, Map.of("name", "slow"));
        api.post("/tags/Trace/" + child, Map.of("name", "odd"));
        api.create("/comments", Map.of("content", "Look", "entity_type", "Trace", "entity_id", child));

        Answer list = list("");

        assertThat(list.at("traces.0.tags_count").asInt()).isEqualTo(2);
        assertThat(list.at("traces.0.comments_count").asInt()).isEqualTo(1);
    }

    private SentTrace trace() {
        return new SentTrace(api, project);
    }

    private Answer list(String more) {
        return api.get("/telemetry/traces?project_id=" + project + more);
    }
}
