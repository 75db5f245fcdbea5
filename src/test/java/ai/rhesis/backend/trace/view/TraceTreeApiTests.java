package ai.rhesis.backend.trace.view;

import static ai.rhesis.backend.support.SentTrace.spanId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentTrace;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// One trace with its spans, its objects and its figures.
@IntegrationTest
class TraceTreeApiTests {

    private static final Map<String, ?> FAILED = Map.of("status", Map.of("code", 2, "message", "Empty"));

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
    void spansStandBelowTheirParentsByTheirStart() {
        Answer trace = trace().span("c", "a", 50, 10, Map.of())
                .span("a", null, 0, 100, Map.of())
                .span("b", "a", 10, 10, Map.of(), FAILED)
                .span("d", "c", 52, 200, Map.of())
                .send()
                .read();

        assertThat(trace.status()).isEqualTo(200);
        assertThat(trace.at("root_spans").size()).isEqualTo(1);
        assertThat(trace.texts("root_spans.0.children", "span_name")).containsExactly("step b", "step c");
        assertThat(trace.texts("root_spans.0.children.1.children", "span_name")).containsExactly("step d");
        assertThat(trace.text("project.name")).isEqualTo("Bot");
        assertThat(trace.text("start_time")).isEqualTo("2026-11-27T04:00:00Z");
        assertThat(trace.text("end_time")).isEqualTo("2026-11-27T04:00:00.252Z");
        assertThat(trace.at("duration_ms").asDouble()).isEqualTo(252);
        assertThat(trace.at("span_count").asInt()).isEqualTo(4);
        assertThat(trace.at("error_count").asInt()).isEqualTo(1);
        assertThat(trace.at("is_truncated").asBoolean()).isFalse();
        JsonNode failed = trace.at("root_spans.0.children.0");
        assertThat(failed.path("status_code").asString()).isEqualTo("ERROR");
        assertThat(failed.path("status_message").asString()).isEqualTo("Empty");
        assertThat(failed.path("span_kind").asString()).isEqualTo("INTERNAL");
        assertThat(failed.path("parent_span_id").asString()).isEqualTo(spanId("a"));
        assertThat(failed.path("duration_ms").asDouble()).isEqualTo(10);
    }

    @Test
    void aSpanWhoseParentIsElsewhereIsARoot() {
        Answer trace = trace().span("b", "elsewhere", 5, 10, Map.of())
                .span("a", null, 0, 10, Map.of())
                .send()
                .read();

        assertThat(trace.texts("root_spans", "span_name")).containsExactly("step a", "step b");
    }

    @Test
    void whatASpanOfAnotherConventionSaysStandsWhereTheFrontendLooks() {
        Answer trace = trace().span(
                        "a",
                        null,
                        0,
                        10,
                        Map.of(
                                "gen_ai.operation.name",
                                "chat",
                                "gen_ai.provider.name",
                                "openai",
                                "gen_ai.request.model",
                                "gpt-4o",
                                "gen_ai.usage.input_tokens",
                                12,
                                "gen_ai.usage.output_tokens",
                                3,
                                "gen_ai.input.messages",
                                "[{\"role\":\"system\",\"parts\":[{\"type\":\"text\",\"content\":\"Be kind\"}]},"
                                        + "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Hi\"}]}]",
                                "gen_ai.output.messages",
                                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"Hello\"}]}]"))
                .send()
                .read();

        JsonNode span = trace.at("root_spans.0");
        assertThat(span.path("attributes").path("gen_ai.request.model").asString())
                .isEqualTo("gpt-4o");
        assertThat(span.path("attributes").path("ai.model.name").asString()).isEqualTo("gpt-4o");
        assertThat(span.path("attributes").path("ai.model.provider").asString()).isEqualTo("openai");
        assertThat(span.path("attributes").path("ai.operation.type").asString()).isEqualTo("llm.invoke");
        assertThat(span.path("attributes").path("ai.llm.tokens.total").asInt()).isEqualTo(15);
        assertThat(span.path("derived").path("output").asString()).isEqualTo("Hello");
        assertThat(span.path("derived").path("input_tokens").asInt()).isEqualTo(12);
        assertThat(StreamSupport.stream(span.path("events").spliterator(), false)
                        .map(event -> event.path("name").asString() + " "
                                + event.path("attributes")
                                        .path("ai.prompt.role")
                                        .asString("")
                                + event.path("attributes")
                                        .path("ai.prompt.content")
                                        .asString("")
                                + event.path("attributes")
                                        .path("ai.completion.content")
                                        .asString("")))
                .containsExactly("ai.prompt systemBe kind", "ai.prompt userHi", "ai.completion Hello");
        assertThat(span.path("events").path(0).path("derived").asBoolean()).isTrue();
    }

    @Test
    void anotherProjectOrOrganizationHasNoSuchTrace() {
        SentTrace trace = trace().span("a", null, 0, 10, Map.of()).send();
        String other = api.create("/projects", Map.of("name", "Other"));
        String path = "/telemetry/traces/" + trace.traceId() + "?project_id=";

        assertThat(api.with("X-Project-Id", other).get(path + project).status()).isEqualTo(200);
        assertThat(api.get(path + other).status()).isEqualTo(404);
        assertThat(api.get(path + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(organizations.create().get(path + project).status()).isEqualTo(404);
        assertThat(api.get("/telemetry/traces/abc?project_id=" + project).status())
                .isEqualTo(404);
        assertThat(api.get("/telemetry/traces/" + trace.traceId()).status()).isEqualTo(422);
    }

    @Test
    void aSpanIsFoundByItsIdInAnyProject() {
        SentTrace trace = trace().span("a", null, 0, 10, Map.of()).send();
        String id = String.valueOf(trace.read().text("root_spans.0.id"));
        String other = api.create("/projects", Map.of("name", "Other"));

        Answer place = api.with("X-Project-Id", other).get("/telemetry/spans/" + id + "/lookup");

        assertThat(place.text("trace_id")).isEqualTo(trace.traceId());
        assertThat(place.text("project_id")).isEqualTo(project);
        assertThat(place.text("span_id")).isEqualTo(spanId("a"));
        assertThat(organizations
                        .create()
                        .get("/telemetry/spans/" + id + "/lookup")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/resolve?entity_type=Trace&entity_id=" + id).text("project_id"))
                .isEqualTo(project);
    }

    @Test
    void aSpanCarriesTagsCommentsTasksAndFiles() {
        SentTrace trace = trace().span("a", null, 0, 10, Map.of()).send();
        String id = String.valueOf(trace.read().text("root_spans.0.id"));
        api.post("/tags/Trace/" + id, Map.of("name", "slow"));
        api.create("/comments", Map.of("content", "Look", "entity_type", "Trace", "entity_id", id));
        api.create("/tasks", Map.of("title", "Look at it", "entity_type", "Trace", "entity_id", id));
        api.upload("/files?entity_type=Trace&entity_id=" + id, Map.of("photo.txt", "Photo".getBytes()));

        Answer read = trace.read();

        assertThat(read.texts("root_spans.0.tags", "name")).containsExactly("slow");
        assertThat(read.texts("root_spans.0.comments", "content")).containsExactly("Look");
        assertThat(api.get("/telemetry/spans/" + id + "/files").texts("filename"))
                .containsExactly("photo.txt");
        assertThat(api.get("/comments/entity/Trace/" + id).texts("content")).containsExactly("Look");
        Api others = organizations.create();
        assertThat(others.get("/telemetry/spans/" + id + "/files").status()).isEqualTo(404);
        assertThat(others.post("/comments", Map.of("content", "Mine", "entity_type", "Trace", "entity_id", id))
                        .status())
                .isEqualTo(422);
        assertThat(others.post("/tags/Trace/" + id, Map.of("name", "mine")).status())
                .isEqualTo(404);
    }

    @Test
    void figuresAreOfAllSpansOfAProject() {
        trace().from("production")
                .span("a", null, 0, 100, Map.of())
                .span("b", "a", 10, 200, tokens(10), FAILED)
                .span("c", "a", 10, 300, tokens(20))
                .send();
        trace().span("d", null, 60_000, 1_000, Map.of()).send();

        Answer all = api.get("/telemetry/metrics?project_id=" + project);

        assertThat(all.at("total_traces").asInt()).isEqualTo(2);
        assertThat(all.at("total_spans").asInt()).isEqualTo(4);
        assertThat(all.at("total_tokens").asInt()).isEqualTo(40);
        assertThat(all.at("error_rate").asDouble()).isEqualTo(0.25);
        assertThat(all.at("avg_duration_ms").asDouble()).isEqualTo(400);
        assertThat(all.at("p50_duration_ms").asDouble()).isEqualTo(250);
        assertThat(all.at("p95_duration_ms").asDouble()).isCloseTo(895, within(1e-6));
        assertThat(all.at("operation_breakdown").path("llm.invoke").asInt()).isEqualTo(2);
        assertThat(all.at("operation_breakdown").path("unknown").asInt()).isEqualTo(2);
        assertThat(figure("&environment=production")).isEqualTo(3);
        assertThat(figure("&start_time_after=2026-11-27T04:00:30Z")).isEqualTo(1);
        assertThat(figure("&start_time_before=2026-11-27T04:00:30Z")).isEqualTo(3);
        assertThat(figure("&start_time_before=2026-11-27T03:00:00Z")).isZero();
        assertThat(organizations
                        .create()
                        .get("/telemetry/metrics?project_id=" + project)
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, ?> tokens(int input) {
        return Map.of(
                "gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", input, "gen_ai.usage.output_tokens", 5);
    }

    private int figure(String more) {
        return api.get("/telemetry/metrics?project_id=" + project + more)
                .at("total_spans")
                .asInt();
    }

    private SentTrace trace() {
        return new SentTrace(api, project);
    }
}
