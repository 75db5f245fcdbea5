package ai.rhesis.backend.trace.store.reading;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.support.StoredTraces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class TraceCostApiTests {

    /// The most tokens that a span can tell of.
    private static final long MAX_TOKENS = 1_000_000_000_000L;

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
    void tokensCostWhatTheOrganizationSays() {
        String model = owner.create(
                "/models", Map.of("name", "Answers", "provider", "openai", "model_name", "gpt-x", "key", "sk-1"));
        owner.post(
                "/prices", Map.of("model_id", model, "input", 2.5, "output", 10, "valid_from", "2026-01-01T00:00:00Z"));
        owner.post(
                "/prices",
                Map.of("model_id", model, "input", 100, "output", 100, "valid_from", "2026-12-01T00:00:00Z"));
        SentSpans.send(owner, List.of(call(0, "GPT-X", 1_000, 200), call(1, "gpt-x", 1, 0), call(2, "other", 5, 5)));
        assertThat(traces.trace(spans))
                .containsEntry("cost_nanos", 1_000 * 2_500L + 200 * 10_000L + 2_500L)
                .containsEntry("total_tokens", 1_211L);
    }

    @Test
    void aTraceWithoutTokensHasNoSums() {
        SentSpans.send(owner, List.of(spans.root(0)));
        assertThat(traces.trace(spans)).containsEntry("cost_nanos", null).containsEntry("total_tokens", null);
    }

    @Test
    void absurdNumbersOfTokensSpoilNoSum() {
        SentSpans.send(owner, List.of(call(0, "gpt-x", Long.MAX_VALUE, Long.MAX_VALUE), call(1, "gpt-x", -5, 7)));
        assertThat(SentSpans.send(owner, List.of(call(2, "gpt-x", 3, 4))).status())
                .isEqualTo(200);
        assertThat(traces.trace(spans)).containsEntry("span_count", 3);
        assertThat((Long) traces.trace(spans).get("total_tokens")).isBetween(7L, 3 * MAX_TOKENS);
    }

    private Map<String, Object> call(int number, String model, long input, long output) {
        return spans.span(
                number,
                null,
                Map.of(
                        "ai.operation.type",
                        "llm.invoke",
                        "ai.model.provider",
                        "openai",
                        "ai.model.name",
                        model,
                        "ai.llm.tokens.input",
                        input,
                        "ai.llm.tokens.output",
                        output,
                        "ai.llm.tokens.total",
                        input + output));
    }
}
