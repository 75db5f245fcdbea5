package ai.rhesis.backend.trace.store.limit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.support.StoredTraces;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends what no application would send on purpose.
@IntegrationTest
class SpanLimitApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private TraceSettings settings;

    private Api owner;
    private StoredTraces traces;
    private SentSpans spans;

    @BeforeEach
    void makeAProject(
            @Autowired Organizations organizations,
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient database) {
        owner = organizations.create();
        traces = new StoredTraces(Organizations.tenantOf(owner), transaction, database);
        spans = SentSpans.of(owner.create("/projects", Map.of("name", "Bot")));
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        String text = "ä".repeat(settings.maxAttribute()) + "end";
        JsonNode stored = attributes(Map.of("text", text, "nested", Map.of("deep", List.of(text)), "short", "whole"));
        assertThat(stored.path("text").asString())
                .startsWith("ääää")
                .endsWith("… [cut: %,d characters]".formatted(text.length()))
                .hasSizeLessThan(settings.maxAttribute() + 50);
        assertThat(stored.path("nested").path("deep").path(0).asString()).endsWith("characters]");
        assertThat(stored.path("short").asString()).isEqualTo("whole");
    }

    @Test
    void aLongSpanGivesUpItsLongestValues() {
        Map<String, String> many = IntStream.range(0, 20)
                .boxed()
                .collect(toMap(number -> "text" + number, number -> "x".repeat(20_000 + number)));
        JsonNode stored = attributes(many);
        assertThat(stored.size()).isEqualTo(20);
        assertThat(stored.toString()).hasSizeLessThan(settings.maxSpan() + 10);
        assertThat(stored.path("text19").asString()).isEqualTo("… [cut: 20,021 characters]");
        assertThat(stored.path("text0").asString()).hasSize(20_000);
    }

    @Test
    void aSpanOfManyTinyValuesIsEmptied() {
        Map<String, Integer> many =
                IntStream.range(0, 60_000).boxed().collect(toMap(number -> "n" + number, number -> number));
        assertThat(attributes(many).toString()).hasSizeLessThan(settings.maxSpan());
    }

    @Test
    void charactersThatCantBeStoredAreReplaced() {
        Map<String, Object> span = spans.span(0, null, Map.of());
        span.put("attributes", "ATTRIBUTES");
        span.put("status_message", "STATUS");
        String body = JSON.writeValueAsString(Map.of("spans", List.of(span)))
                .replace("\"ATTRIBUTES\"", """
                        {"a\\u0000b": "x\\u0000y", "lone": "\\ud800", "pair": "\\ud83d\\ude00",
                         "json": "{\\"role\\": \\"user\\", \\"content\\": \\"\\\\u0000\\"}",
                         "gen_ai.input.messages": "[{\\"role\\": \\"user\\", \\"parts\\": [{\\"type\\": \\"text\\", \\"content\\": \\"\\\\u0000 1e999999999\\"}]}]"}
                        """)
                .replace("\"STATUS\"", "\"failed\\u0000\"");
        assertThat(owner.post("/telemetry/traces", body).status()).isEqualTo(200);
        JsonNode stored =
                JSON.readTree(String.valueOf(traces.spans(spans).getFirst().get("attributes")));
        assertThat(stored.path("a\uFFFDb").asString()).isEqualTo("x\uFFFDy");
        assertThat(stored.path("lone").asString()).isEqualTo("\uFFFD");
        assertThat(stored.path("pair").asString()).isEqualTo("\uD83D\uDE00");
        assertThat(traces.trace(spans)).containsEntry("root_status_message", "failed\uFFFD");
    }

    @Test
    void numbersOfAnySizeAreKeptOrRefusedByName() {
        for (String number : List.of("1e308", "-0.0", "123456789012345678901234567890", "1e-300", "0.1")) {
            assertThat(sendNumber(number).status()).as(number).isEqualTo(200);
        }
        for (String number : List.of("1e400000", "9".repeat(1_200))) {
            assertThat(sendNumber(number).badFields()).as(number).allMatch(field -> field.startsWith("body.spans"));
        }
    }

    private Answer sendNumber(String number) {
        Map<String, Object> span = spans.span(0, null, Map.of("n", "NUMBER"));
        return owner.post(
                "/telemetry/traces",
                JSON.writeValueAsString(Map.of("spans", List.of(span))).replace("\"NUMBER\"", number));
    }

    @Test
    void deepNestingIsCutOrRefusedByName() {
        assertThat(sendNested(90).status()).isEqualTo(200);
        assertThat(sendNested(150).status()).isEqualTo(200);
        assertThat(sendNested(300).badFields()).containsExactly("body.spans.0.attributes");
        assertThat(sendNested(100_000).status()).isEqualTo(422);
    }

    private Answer sendNested(int depth) {
        Map<String, Object> span = spans.span(0, null, Map.of("deep", "DEEP"));
        String deep = "[".repeat(depth) + "]".repeat(depth);
        return owner.post(
                "/telemetry/traces",
                JSON.writeValueAsString(Map.of("spans", List.of(span))).replace("\"DEEP\"", deep));
    }

    @Test
    void timesOfFarYearsAreKeptOrRefusedByName() {
        for (String good : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
            assertThat(sendAt(good).status()).as(good).isEqualTo(200);
        }
        for (String bad : List.of("0000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "-1000000-01-01T00:00:00Z", "")) {
            assertThat(sendAt(bad).badFields())
                    .as(bad)
                    .containsExactlyInAnyOrder("body.spans.0.start_time", "body.spans.0.end_time");
        }
    }

    private Answer sendAt(String time) {
        Map<String, Object> span = spans.root(0);
        span.put("start_time", time);
        span.put("end_time", time);
        return SentSpans.send(owner, List.of(span));
    }

    private JsonNode attributes(Map<String, ?> attributes) {
        Answer answer = SentSpans.send(owner, List.of(spans.span(0, null, attributes)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return JSON.readTree(String.valueOf(traces.spans(spans).getFirst().get("attributes")));
    }
}
