package ai.rhesis.backend.trace.remap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketWorker.Outcome;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.support.TestDatabase;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.dialect.Reading;
import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.event.SpanEvent;
import ai.rhesis.backend.trace.event.SpanEvents;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.store.SpanStore;
import ai.rhesis.backend.trace.store.reread.Outdated;
import ai.rhesis.backend.trace.store.reread.SpanRereading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Nodes with the mappings of a release to come, in which each call of a model takes one token more than today.
@IntegrationTest
class RemapWorkerTests {

    private static final int MENDED = Dialects.VERSION + 1;
    private static final String TOKENS = """
            select concat_ws(' ', mapping_version, total_tokens, count(*))
            from app.span
            where project_id = '%s'
            group by mapping_version, total_tokens
            order by 1
            """;
    private static final String SUMS = """
            select concat_ws(' ', total_tokens, span_count) from app.trace where project_id = '%s' order by 1
            """;

    @Autowired
    private SpanStore store;

    @Autowired
    private SpanRereading rereading;

    @Autowired
    private RemapProgress progress;

    @Autowired
    private SpanRemapQueries remaps;

    @Autowired
    private TransactionTemplate transaction;

    private Tenant tenant;
    private UUID project;

    @BeforeEach
    void makeAProject(@Autowired Organizations organizations) {
        Api owner = organizations.create();
        tenant = Organizations.tenantOf(owner);
        project = UUID.fromString(owner.create("/projects", Map.of("name", "Bot")));
    }

    @Test
    void aMendedMappingChangesSpansAndSums() {
        keep(ModelSpans.of(project).some(0, 4));
        Ticket remap = remap();

        assertThat(worker(new MendedReader()).work(remap, () -> false)).isEqualTo(Outcome.DONE);

        assertThat(rows(TOKENS)).containsExactly(MENDED + " 11 4");
        assertThat(rows(SUMS)).containsExactly("44 4");
        assertThat(find(remap).doneSpans()).isEqualTo(4);
        assertThat(find(remap).state()).isEqualTo(SpanRemap.State.COMPLETED);
    }

    @Test
    void aNodeThatStopsHandsTheRestToAnother() {
        keep(ModelSpans.of(project).some(0, 1_000));
        keep(ModelSpans.of(project).some(0, 1_000));
        Ticket remap = remap();
        AtomicInteger asked = new AtomicInteger();

        assertThat(worker(new MendedReader()).work(remap, () -> asked.getAndIncrement() > 0))
                .isEqualTo(Outcome.HANDED_BACK);
        assertThat(rows(TOKENS)).containsExactly(Dialects.VERSION + " 10 1000", MENDED + " 11 1000");
        assertThat(find(remap).percent()).isEqualTo(50);

        assertThat(worker(new MendedReader()).work(remap, () -> false)).isEqualTo(Outcome.DONE);
        assertThat(rows(SUMS)).containsExactly("11000 1000", "11000 1000");
        assertThat(find(remap).doneSpans()).isEqualTo(2_000);
    }

    @Test
    void aNodeThatDiesInTheMiddleOfATraceLosesAndDoublesNothing() {
        keep(ModelSpans.of(project).some(0, 1_000));
        keep(ModelSpans.of(project).some(0, 1_500));
        Ticket remap = remap();

        for (int read : List.of(700, 1_200, 1_300)) {
            assertThatThrownBy(() -> worker(new MendedReader().dyingAfter(read)).work(remap, () -> false))
                    .hasMessage("killed");
        }
        assertThat(worker(new MendedReader()).work(remap, () -> false)).isEqualTo(Outcome.DONE);

        assertThat(rows(TOKENS)).containsExactly(MENDED + " 11 2500");
        assertThat(rows(SUMS)).containsExactly("11000 1000", "16500 1500");
        assertThat(find(remap).totalSpans()).isEqualTo(2_500);
        assertThat(find(remap).doneSpans()).isEqualTo(2_500);
    }

    @Test
    void manyTracesAreWrittenInOneTransaction() {
        for (int trace = 0; trace < 110; trace++) {
            keep(ModelSpans.of(project).some(0, 10));
        }
        List<Integer> written = new ArrayList<>();

        tenant.call(() -> {
            rereading
                    .groups(new Outdated(project, null, MENDED))
                    .forEach(group -> rereading.reread(group, new MendedReader(), MENDED, written::add));
            return written;
        });

        assertThat(written).containsExactly(990, 110);
        assertThat(rows(TOKENS)).containsExactly(MENDED + " 11 1100");
    }

    @Test
    void aTraceOfManyTransactionsShowsItsSumWhenItsLastSpansAreWritten() {
        ModelSpans one = ModelSpans.of(project);
        keep(one.some(0, 2_500));
        Ticket remap = remap();

        assertThatThrownBy(() -> worker(new MendedReader().dyingAfter(2_200)).work(remap, () -> false))
                .hasMessage("killed");
        assertThat(rows(TOKENS)).containsExactly(Dialects.VERSION + " 10 500", MENDED + " 11 2000");
        assertThat(rows(SUMS)).containsExactly("25000 2500");

        worker(new MendedReader()).work(remap, () -> false);
        assertThat(rows(SUMS)).containsExactly("27500 2500");
        assertThat(find(remap).doneSpans()).isEqualTo(2_500);
    }

    @Test
    void spansThatComeMeanwhileAreInTheSum() {
        ModelSpans trace = ModelSpans.of(project);
        keep(trace.some(0, 3));
        Ticket remap = remap();
        MendedReader reader = new MendedReader().meanwhile(() -> store.receive(trace.some(3, 2)));

        worker(reader).work(remap, () -> false);

        assertThat(rows(TOKENS)).containsExactly(MENDED + " 11 5");
        assertThat(rows(SUMS)).containsExactly("55 5");
    }

    @Test
    void noSpanIsReadWhileItsTraceIsLocked() {
        ModelSpans trace = ModelSpans.of(project);
        keep(trace.some(0, 3));
        Ticket remap = remap();
        List<String> found = new CopyOnWriteArrayList<>();
        MendedReader reader = new MendedReader()
                .meanwhile(() -> store.receive(trace.some(3, 2)))
                .watched(
                        () -> found.addAll(rows("select id from app.trace where project_id = '%s' for update nowait")));

        worker(reader).work(remap, () -> false);

        assertThat(found).hasSizeGreaterThanOrEqualTo(5);
        assertThat(rows(SUMS)).containsExactly("55 5");
    }

    @Test
    void spansThatGetEventsMeanwhileAreReadWithThem(@Autowired SpanEvents events) {
        ModelSpans trace = ModelSpans.of(project);
        keep(trace.some(0, 2));
        Ticket remap = remap();
        ObjectNode said = JsonMapper.shared().createObjectNode().put("name", "gen_ai.choice");
        said.put("timestamp", "2026-11-27T04:00:00Z")
                .putObject("attributes")
                .putObject("body")
                .putObject("message")
                .put("content", "Hello");
        MendedReader reader = new MendedReader()
                .meanwhile(
                        () -> events.receive(project, List.of(new SpanEvent(trace.traceId(), SentSpans.id(1), said))));

        worker(reader).work(remap, () -> false);

        assertThat(rows(TOKENS)).containsExactly(MENDED + " 11 2");
        assertThat(rows("select output from app.span where output is not null and project_id = '%s'"))
                .containsExactly("\"Hello\"");
    }

    @Test
    void nodesThatWorkOnTheSameRemapCountEachSpanOnce() throws Exception {
        for (int trace = 0; trace < 12; trace++) {
            keep(ModelSpans.of(project).some(0, 400));
        }
        Ticket remap = remap();
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> works = List.of(
                    nodes.submit(() -> worker(new MendedReader()).work(remap, () -> false)),
                    nodes.submit(() -> worker(new MendedReader()).work(remap, () -> false)));
            for (Future<Outcome> work : works) {
                assertThat(work.get()).isEqualTo(Outcome.DONE);
            }
        }
        assertThat(rows(TOKENS)).containsExactly(MENDED + " 11 4800");
        assertThat(rows(SUMS)).hasSize(12).containsOnly("4400 400");
        assertThat(find(remap).doneSpans()).isEqualTo(4_800);
    }

    @Test
    void aNodeOfAnEarlierReleaseLeavesTheRemapToOthers() {
        keep(ModelSpans.of(project).some(0, 1));
        Ticket remap = remap();

        assertThat(worker(Dialects.current()).work(remap, () -> false).again()).isPositive();
        assertThat(find(remap).state()).isEqualTo(SpanRemap.State.QUEUED);
    }

    private void keep(List<PlacedSpan> spans) {
        tenant.call(() -> store.receive(spans));
    }

    private Ticket remap() {
        UUID id = BaseEntity.newId();
        tenant.call(() -> transaction.execute(status -> {
            remaps.add(id, new Outdated(null, null, MENDED));
            return id;
        }));
        return new Ticket(tenant.organizationId(), tenant.userId(), id, 0);
    }

    private SpanRemap find(Ticket remap) {
        return tenant.call(() -> progress.find(remap.subjectId())).orElseThrow();
    }

    private RemapWorker worker(SpanReader reader) {
        return new RemapWorker(progress, rereading, reader);
    }

    private List<String> rows(String sql) {
        return TestDatabase.column(sql.formatted(project));
    }

    /// A reader that finds one token more in each span.
    private static final class MendedReader implements SpanReader {

        private final AtomicInteger read = new AtomicInteger();
        private final AtomicBoolean disturbed = new AtomicBoolean();
        private int lifetime = Integer.MAX_VALUE;
        private Runnable disturbance = () -> {};
        private Runnable watch = () -> {};

        MendedReader dyingAfter(int spans) {
            lifetime = spans;
            return this;
        }

        MendedReader meanwhile(Runnable work) {
            disturbance = work;
            return this;
        }

        MendedReader watched(Runnable look) {
            watch = look;
            return this;
        }

        @Override
        public int version() {
            return MENDED;
        }

        @Override
        public Reading read(RawSpan span) {
            watch.run();
            if (read.incrementAndGet() > lifetime) {
                throw new IllegalStateException("killed");
            }
            if (disturbed.compareAndSet(false, true)) {
                disturbance.run();
            }
            Reading today = Dialects.read(span);
            return new Reading(
                    today.dialect(),
                    today.operation(),
                    today.input(),
                    today.output(),
                    today.provider(),
                    today.model(),
                    today.inputTokens(),
                    today.outputTokens(),
                    Objects.requireNonNull(today.totalTokens()) + 1,
                    today.costUsd(),
                    today.toolCalls(),
                    today.conversationId(),
                    today.userId());
        }
    }
}
