package ai.rhesis.backend.trace.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentSpans;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class IntakeApiTests {

    @Autowired
    private Organizations organizations;

    private Api owner;
    private String project;
    private SentSpans spans;

    @BeforeEach
    void makeAProject() {
        owner = organizations.create();
        project = owner.create("/projects", Map.of("name", "Bot"));
        spans = SentSpans.of(project);
    }

    @Test
    void spansAreReceived() {
        Answer answer = SentSpans.send(owner, List.of(spans.root(0), spans.child(1, 0)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("received");
        assertThat(answer.at("span_count").asInt()).isEqualTo(2);
        assertThat(answer.text("trace_id")).isEqualTo(spans.traceId());
        assertThat(answer.json().propertyNames()).doesNotContain("rejected");
        assertThat(usage()).isEqualTo(2);
    }

    @Test
    void repeatedSpansAreReceivedAndNotCountedAgain() {
        List<Map<String, Object>> sent = List.of(spans.root(0), spans.child(1, 0));
        SentSpans.send(owner, sent);
        assertThat(SentSpans.send(owner, sent).at("span_count").asInt()).isEqualTo(2);
        Map<String, Object> inCapitals = spans.root(0);
        inCapitals.put("trace_id", spans.traceId().toUpperCase());
        assertThat(SentSpans.send(owner, List.of(inCapitals)).text("trace_id")).isEqualTo(spans.traceId());
        assertThat(usage()).isEqualTo(2);
    }

    @Test
    void eachBadFieldIsNamed() {
        Map<String, Object> bad = new HashMap<>();
        bad.put("trace_id", "12");
        bad.put("span_id", "xyz");
        bad.put("parent_span_id", "1");
        bad.put("span_name", "ai.chain.run");
        bad.put("span_kind", "ROUTER");
        bad.put("start_time", "yesterday");
        bad.put("end_time", "+12026-11-27T04:00:00Z");
        bad.put("status_code", "BAD");
        bad.put("attributes", List.of());
        bad.put("events", List.of(Map.of("name", "ai.prompt")));
        bad.put("links", List.of(Map.of("trace_id", "1")));
        bad.put("resource", "none");
        bad.put("environment", "e".repeat(256));
        Answer answer = SentSpans.send(owner, List.of(bad));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.badFields())
                .containsExactlyInAnyOrder(
                        "body.spans.0.trace_id",
                        "body.spans.0.span_id",
                        "body.spans.0.parent_span_id",
                        "body.spans.0.span_name",
                        "body.spans.0.span_kind",
                        "body.spans.0.start_time",
                        "body.spans.0.end_time",
                        "body.spans.0.status_code",
                        "body.spans.0.attributes",
                        "body.spans.0.events.0.timestamp",
                        "body.spans.0.links.0.span_id",
                        "body.spans.0.resource",
                        "body.spans.0.environment");
    }

    @Test
    void namesOfSpansAreThoseOfWork() {
        for (String good : List.of("function.", "function.a b\n.c", "ai.retrieval", "ai.llm.invoke", "ai.chains.x")) {
            assertThat(named(good).status()).as(good).isEqualTo(200);
        }
        for (String bad :
                List.of("", "llm", "ai.", "ai.LLM", "ai.a.b.c", "ai.workflow", "ai.pipeline.run", "functions")) {
            assertThat(named(bad).badFields()).as(bad).containsExactly("body.spans.0.span_name");
        }
    }

    private Answer named(String name) {
        Map<String, Object> span = spans.root(0);
        span.put("span_name", name);
        return SentSpans.send(owner, List.of(span));
    }

    @Test
    void aSpanThatEndsBeforeItStartsIsBad() {
        Map<String, Object> span = spans.root(0);
        span.put("end_time", "2026-11-27T03:59:59Z");
        assertThat(SentSpans.send(owner, List.of(span)).badFields()).containsExactly("body.spans.0.end_time");
    }

    @Test
    void goodSpansAreKeptBesideBadOnes() {
        Map<String, Object> bad = spans.root(0);
        bad.put("span_name", "chain");
        bad.put("status_code", "BAD");
        Answer answer = SentSpans.send(owner, List.of(bad, spans.child(1, 0)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("span_count").asInt()).isEqualTo(1);
        assertThat(answer.at("rejected").size()).isEqualTo(1);
        assertThat(answer.at("rejected.0.index").asInt()).isZero();
        assertThat(answer.text("rejected.0.msg")).contains("status_code: ").contains("OK");
        assertThat(usage()).isEqualTo(1);
    }

    @Test
    void aBodyWithoutSpansIsBad() {
        for (Object body : List.of(Map.of(), Map.of("spans", List.of()), Map.of("spans", "none"))) {
            assertThat(owner.post("/telemetry/traces", body).badFields()).containsExactly("body.spans");
        }
        assertThat(owner.post("/telemetry/traces", "{\"spans\": [NaN]}").status())
                .isEqualTo(422);
        assertThat(owner.post("/telemetry/traces", Map.of("spans", Collections.singletonList(null)))
                        .badFields())
                .containsExactly("body.spans.0");
    }

    @Test
    void tooManyOrTooLongSpansAreTooLarge() {
        Answer many = SentSpans.send(
                owner, IntStream.range(0, 1_001).mapToObj(spans::root).toList());
        assertThat(many.status()).isEqualTo(413);
        assertThat(many.text("detail")).contains("1,000");
        Answer thousand = SentSpans.send(
                owner, IntStream.range(0, 1_000).mapToObj(spans::root).toList());
        assertThat(thousand.at("span_count").asInt()).isEqualTo(1_000);
        Map<String, Object> text = Map.of("text", "x".repeat(5 * 1024 * 1024));
        assertThat(SentSpans.send(owner, List.of(spans.span(0, null, text))).status())
                .isEqualTo(413);
        assertThat(usage()).isEqualTo(1_000);
    }

    @Test
    void aSpanIsOfItsProjectOrThatOfTheHeader() {
        String other = owner.create("/projects", Map.of("name", "Other"));
        for (String none : new String[] {null, "unknown"}) {
            Map<String, Object> span = spans.root(0);
            span.put("project_id", none);
            assertThat(SentSpans.send(owner, List.of(span)).badFields()).containsExactly("body.spans.0.project_id");
            assertThat(SentSpans.send(owner.with("X-Project-Id", other), List.of(span))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(SentSpans.send(owner.with("X-Project-Id", other), List.of(spans.root(0)))
                        .status())
                .isEqualTo(200);
        // the same ids in two projects are two spans
        assertThat(usage()).isEqualTo(2);
    }

    @Test
    void aProjectOfOthersIsForbiddenAndNothingIsKept() {
        String foreign = organizations.create().create("/projects", Map.of("name", "Foreign"));
        for (String strange : List.of(foreign, UUID.randomUUID().toString(), "my-bot")) {
            Map<String, Object> span = spans.root(1);
            span.put("project_id", strange);
            Answer answer = SentSpans.send(owner, List.of(spans.root(0), span));
            assertThat(answer.status()).as(strange).isEqualTo(403);
            assertThat(answer.text("field")).isEqualTo("spans[1].project_id");
        }
        Map<String, Object> span = spans.root(0);
        span.put("project_id", null);
        Answer answer = SentSpans.send(owner.with("X-Project-Id", foreign), List.of(span));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("field")).isEqualTo("X-Project-Id");
        assertThat(usage()).isZero();
    }

    @Test
    void aTokenOfOneProjectOpensNoOther() {
        String other = owner.create("/projects", Map.of("name", "Other"));
        Api bound = owner.as(String.valueOf(owner.post("/tokens", Map.of("name", "bot", "project_id", project))
                .text("access_token")));
        assertThat(SentSpans.send(bound, List.of(SentSpans.of(other).root(0))).status())
                .isEqualTo(403);
        Map<String, Object> span = spans.root(0);
        span.remove("project_id");
        assertThat(SentSpans.send(bound, List.of(span, spans.child(1, 0))).status())
                .isEqualTo(200);
        assertThat(usage()).isEqualTo(2);
    }

    @Test
    void viewersSendNothing() {
        Api viewer = organizations.member(owner, "viewer");
        assertThat(SentSpans.send(viewer, List.of(spans.root(0))).status()).isEqualTo(403);
        assertThat(SentSpans.send(organizations.anonymous(), List.of(spans.root(0)))
                        .status())
                .isEqualTo(401);
    }

    private long usage() {
        return owner.get("/usage").at("resources.tracing_spans.used").asLong();
    }
}
