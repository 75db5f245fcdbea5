package ai.rhesis.backend.trace.view.figures;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentTrace;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Figures over more spans than are read at once.
@IntegrationTest
class TraceMetricsServiceTests {

    private static final int TRACES = 12;
    private static final int SPANS = 4;

    @Autowired
    private TraceMetricsQueries metrics;

    @Autowired
    private TransactionTemplate transaction;

    private Api api;
    private Tenant tenant;
    private UUID project;

    @BeforeEach
    void sendTracesThatAreAlike(@Autowired Organizations organizations) {
        api = organizations.create();
        tenant = Organizations.tenantOf(api);
        project = UUID.fromString(api.create("/projects", Map.of("name", "Bot")));
        for (int number = 0; number < TRACES; number++) {
            int begin = number * 10_000;
            new SentTrace(api, project.toString())
                    .from(number % 3 == 0 ? "staging" : "production")
                    .span("a", null, begin, 400, Map.of())
                    .span("b", "a", begin, 100, Map.of("gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", 7))
                    .span("c", "a", begin, 200, Map.of("gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", 3))
                    .span("d", "a", begin, 300, Map.of(), Map.of("status", Map.of("code", 2)))
                    .send();
        }
    }

    @Test
    void someSpansTellDurationsAndKindsOfWorkAndTracesTellTheRest() {
        TraceFigures figures = figures(20, null, null);

        assertThat(figures.sampledSpans()).isEqualTo(20);
        assertThat(figures.sums()).isEqualTo(new TraceSums(TRACES, TRACES * SPANS, TRACES, TRACES * 10L, 0, 48));
        assertThat(figures.errorRate()).isEqualTo(0.25);
        assertThat(figures.durations().averageMs()).isEqualTo(250);
        assertThat(figures.durations().percentiles().getFirst()).isEqualTo(250);
        assertThat(figures.spansByOperation()).isEqualTo(Map.of("llm.invoke", 24L, "unknown", 24L));
    }

    @Test
    void atLeastOneTraceIsRead() {
        assertThat(figures(1, null, null).sampledSpans()).isEqualTo(SPANS);
    }

    @Test
    void conditionsChooseTheTraces() {
        assertThat(figures(8, "staging", null).sums().traces()).isEqualTo(4);
        assertThat(figures(8, "staging", null).sampledSpans()).isEqualTo(8);
        assertThat(figures(8, "nowhere", null).sums().spans()).isZero();
        assertThat(figures(8, "nowhere", null).spansByOperation()).isEmpty();
        assertThat(figures(8, null, SentTrace.BEGIN.plusSeconds(75).atOffset(ZoneOffset.UTC))
                        .sums()
                        .traces())
                .isEqualTo(4);
    }

    @Test
    void whatCanBeReadAtOnceIsExact() {
        Map<String, ?> agent = Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.usage.input_tokens", 5);
        new SentTrace(api, project.toString())
                .span("a", null, 0, 400, Map.of())
                .span("b", "a", 0, 250, agent, Map.of("kind", 3))
                .span("c", "a", 0, 250, Map.of())
                .span("d", "a", 0, 250, Map.of())
                .send();
        List<TraceFigures> both = List.of(figures(52, null, null), figures(51, null, null));

        assertThat(both.getFirst().sampledSpans()).isNull();
        assertThat(both.getLast().sampledSpans()).isEqualTo(52);
        assertThat(both.getFirst().sums().tokens()).isEqualTo(TRACES * 10L + 5);
        assertThat(both.getFirst().sums()).isEqualTo(both.getLast().sums());
        assertThat(both.getFirst().spansByOperation()).isEqualTo(both.getLast().spansByOperation());
    }

    private TraceFigures figures(int maxSpans, @Nullable String environment, @Nullable OffsetDateTime after) {
        TraceMetricsService service = new TraceMetricsService(metrics, maxSpans);
        return tenant.call(() -> transaction.execute(status -> service.figures(project, environment, after, null)));
    }
}
