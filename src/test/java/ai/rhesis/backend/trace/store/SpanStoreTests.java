package ai.rhesis.backend.trace.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Spans;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.digest.TraceDigest;
import ai.rhesis.backend.trace.store.digest.TraceQueries;
import ai.rhesis.backend.trace.store.limit.TraceSettings;
import ai.rhesis.backend.trace.store.reading.PriceListQueries;
import ai.rhesis.backend.trace.store.retention.Sampling;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class SpanStoreTests {

    @Autowired
    private SpanStore store;

    @Autowired
    private TraceQueries traces;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private Spans spans;

    @BeforeEach
    void makeAProject(@Autowired Organizations organizations) {
        Api owner = organizations.create();
        tenant = Organizations.tenantOf(owner);
        spans = Spans.of(UUID.fromString(owner.create("/projects", Map.of("name", "Bot"))));
    }

    @Test
    void aSpanIsStoredOnce() {
        assertThat(receive(List.of(spans.root(0), spans.child(1, 0), spans.root(0))))
                .isEqualTo(new Receipt(2, 1, 0, List.of()));
        assertThat(receive(List.of(spans.child(1, 0), spans.child(2, 0)))).isEqualTo(new Receipt(1, 1, 0, List.of()));
        assertThat(trace().spanCount()).isEqualTo(3);
    }

    @Test
    void aRootThatComesLateStandsForItsTrace() {
        receive(List.of(spans.child(2, 1)));
        assertThat(trace().root().name()).isEqualTo("function.step_2");
        receive(List.of(spans.child(1, 0)));
        assertThat(trace().root().name()).isEqualTo("function.step_1");
        receive(List.of(spans.root(0)));
        assertThat(trace().root().name()).isEqualTo("function.step_0");
        assertThat(trace().root().isRoot()).isTrue();
        receive(List.of(spans.root(5), spans.child(6, 5)));
        assertThat(trace().root().name()).isEqualTo("function.step_5");
        assertThat(trace().startTime()).isEqualTo(Spans.BEGIN);
        assertThat(trace().endTime()).isEqualTo(Spans.BEGIN.plusSeconds(7));
    }

    @Test
    void deliveriesOfTheSameTracesAtOnceAreCountedOnce() throws Exception {
        List<Spans> both = List.of(spans, Spans.of(spans.projectId()));
        List<Future<Receipt>> receipts;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            receipts = IntStream.range(0, 20)
                    .mapToObj(turn -> threads.submit(() -> receive(IntStream.range(0, 100)
                            .mapToObj(number -> both.get((number + turn) % 2).child(number + turn % 5, 0))
                            .toList())))
                    .toList();
        }
        int stored = receipts.stream().mapToInt(SpanStoreTests::stored).sum();
        assertThat(both.stream().mapToInt(each -> trace(each).spanCount()).sum())
                .isEqualTo(stored);
    }

    @Test
    void aTraceThatIsFullTakesNoMore(
            @Autowired SpanQueries rows,
            @Autowired PriceListQueries prices,
            @Autowired SpanPreparation preparation,
            @Autowired ApplicationEventPublisher events) {
        SpanWriter writer = new SpanWriter(traces, rows, prices, events, new TraceSettings(1, 1_000, 1_000, 1_000));
        Spans other = Spans.of(spans.projectId());
        IntFunction<Written> write =
                first -> tenant.call(() -> transaction.execute(status -> writer.write(preparation.read(
                        List.of(spans.child(first, 0), spans.child(first + 1, 0), other.root(first)),
                        new Sampling(Map.of())))));
        receive(IntStream.range(0, 999)
                .mapToObj(number -> spans.child(number, 0))
                .toList());
        assertThat(write.apply(2_000).refused()).isEmpty();
        Written refused = write.apply(3_000);
        assertThat(refused.ids()).hasSize(1);
        assertThat(refused.refused()).extracting(Receipt.Refusal::index).containsExactly(0, 1);
        assertThat(refused.refused().getFirst().msg()).contains("1,000 spans");
        assertThat(trace().spanCount()).isEqualTo(1_001);
        assertThat(trace().refusedCount()).isEqualTo(2);
        assertThat(trace(other).spanCount()).isEqualTo(2);
    }

    private static int stored(Future<Receipt> receipt) {
        try {
            return receipt.get().stored();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private Receipt receive(List<PlacedSpan> delivered) {
        return tenant.call(() -> store.receive(delivered));
    }

    private TraceDigest trace() {
        return trace(spans);
    }

    private TraceDigest trace(Spans of) {
        return tenant.call(() -> transaction.execute(status ->
                traces.lock(List.of(new TraceKey(of.projectId(), of.traceId()))).getFirst()));
    }
}
