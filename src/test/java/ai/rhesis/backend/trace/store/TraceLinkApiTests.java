package ai.rhesis.backend.trace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.support.StoredTraces;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class TraceLinkApiTests {

    private static final Duration BEFORE_LOCKS_TIME_OUT = Duration.ofSeconds(4);

    @Autowired
    private Organizations organizations;

    private Api owner;
    private KeptRuns runs;
    private StoredTraces traces;
    private SentSpans spans;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void makeARun() {
        owner = organizations.create();
        runs = new KeptRuns(owner, 20);
        traces = new StoredTraces(Organizations.tenantOf(owner), transaction, database);
        spans = SentSpans.of(owner.create("/projects", Map.of("name", "Bot")));
    }

    @Test
    void aSpanFindsTheResultThatIsThere() {
        String run = runs.run("");
        UUID result = keep(run, 0);
        send(spans, told(run, runs.tests().getFirst()));
        assertThat(traces.trace(spans))
                .containsEntry("test_run_id", UUID.fromString(run))
                .containsEntry("test_id", UUID.fromString(runs.tests().getFirst()))
                .containsEntry("test_result_id", result);
    }

    @Test
    void aResultFindsTheSpansThatAreThere() {
        String run = runs.run("");
        send(spans, told(run, runs.tests().getFirst()));
        assertThat(traces.trace(spans)).containsEntry("test_result_id", null);
        UUID result = keep(run, 0);
        assertThat(traces.trace(spans)).containsEntry("test_result_id", result);
    }

    @Test
    void spansAndResultsThatComeAtOnceFindEachOther() throws Exception {
        String run = runs.run("");
        List<SentSpans> all = IntStream.range(0, 20)
                .mapToObj(test -> SentSpans.of(spans.project()))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(turn -> threads.submit(() -> turn % 2 == 0
                            ? send(all.get(turn / 2), told(run, runs.tests().get(turn / 2)))
                            : runs.keep(run, runs.tests().get(turn / 2), 'p', null)
                                    .status()))
                    .toList();
            for (Future<?> one : work) {
                one.get();
            }
        }
        await().untilAsserted(() -> assertThat(all)
                .allSatisfy(one ->
                        assertThat(traces.trace(one).get("test_result_id")).isNotNull()));
    }

    @Test
    void whoSendsSpansOfARunThatIsBeingLinkedDoesNotWait() throws SQLException {
        String run = runs.run("");
        UUID result = keep(run, 0);
        try (Connection other =
                TestDatabase.shared().connect(TestDatabase.shared().migrator())) {
            lockLinks(other, run);
            Map<String, String> told = told(run, runs.tests().getFirst());
            assertThat(CompletableFuture.supplyAsync(() -> send(spans, told))).succeedsWithin(BEFORE_LOCKS_TIME_OUT);
            assertThat(traces.trace(spans)).containsEntry("test_result_id", null);
        }
        await().untilAsserted(() -> assertThat(traces.trace(spans)).containsEntry("test_result_id", result));
    }

    @Test
    void spansOfManyRunsAreLinkedBehindTheirSender() {
        String run = runs.run("");
        UUID result = keep(run, 0);
        List<Map<String, ?>> many = IntStream.range(0, 20)
                .<Map<String, ?>>mapToObj(one -> SentSpans.of(spans.project())
                        .span(
                                one,
                                null,
                                Map.of("rhesis.test.run_id", UUID.randomUUID().toString())))
                .collect(Collectors.toCollection(ArrayList::new));
        many.add(spans.span(0, null, told(run, runs.tests().getFirst())));
        assertThat(SentSpans.send(owner, many).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(traces.trace(spans)).containsEntry("test_result_id", result));
    }

    @Test
    void manyTracesOfARunAreLinkedStepByStep() {
        String run = runs.run("");
        List<SentSpans> sent = IntStream.range(0, 5)
                .mapToObj(one -> SentSpans.of(spans.project()))
                .toList();
        IntStream.range(0, 5)
                .forEach(test -> send(sent.get(test), told(run, runs.tests().get(test))));
        List<UUID> results = List.of(keep(run, 0), keep(run, 1), keep(run, 3), keep(run, 4));
        TestDatabase.update("update app.trace set test_result_id = null where test_run_id = '%s'".formatted(run));

        ResultLinkQueries queries = new ResultLinkQueries(database, 2);
        ResultLinkQueries.Links first = link(queries, run, null);
        ResultLinkQueries.Links second = link(queries, run, first.last());
        ResultLinkQueries.Links third = link(queries, run, second.last());

        assertThat(List.of(first.traces(), second.traces(), third.traces())).containsExactly(2, 1, 1);
        assertThat(third.last()).isNull();
        assertThat(sent.stream().map(one -> traces.trace(one).get("test_result_id")))
                .containsExactly(results.get(0), results.get(1), null, results.get(2), results.get(3));
    }

    @Test
    void ofTheRunsThatSpansNameThoseAreLookedAtThatThereAre(@Autowired ResultLinkQueries queries) {
        UUID run = UUID.fromString(runs.run(""));
        UUID foreign = UUID.fromString(new KeptRuns(organizations.create(), 1).run(""));
        List<UUID> named = List.of(UUID.randomUUID(), run, foreign);

        assertThat(Organizations.tenantOf(owner).<List<UUID>, RuntimeException>call(() -> queries.existing(named)))
                .containsExactly(run);
    }

    @Test
    void aRunThatFailsHoldsNoOtherUpInTheHourlyLook(@Autowired MissingResultLinks links) {
        List<UUID> results = new ArrayList<>();
        List<SentSpans> sent = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            String run = runs.run("");
            results.add(keep(run, 0));
            SentSpans trace = SentSpans.of(spans.project());
            send(trace, told(run, runs.tests().getFirst()));
            sent.add(trace);
        }
        sent.forEach(trace ->
                TestDatabase.update("update app.trace set test_result_id = null where trace_id = decode('%s', 'hex')"
                        .formatted(trace.traceId())));
        refuseLinksOf(
                sent.get(2),
                () -> assertThat(links.of(Organizations.tenantOf(owner))).isEqualTo(5));
        assertThat(links.of(Organizations.tenantOf(owner))).isEqualTo(1);
        assertThat(sent.stream().map(one -> traces.trace(one).get("test_result_id")))
                .containsExactlyElementsOf(results);
    }

    @Test
    void aResultOfAnotherConfigurationIsNotLinked() {
        String run = runs.run("p");
        send(
                spans,
                Map.of(
                        "rhesis.test.run_id", run,
                        "rhesis.test.id", runs.tests().getFirst(),
                        "rhesis.test.configuration_id", UUID.randomUUID().toString()));
        assertThat(traces.trace(spans)).containsEntry("test_result_id", null);
    }

    @Test
    void tracesOfRepetitionsTakeTheirResultsInOrderAndFurtherOnesTheFirst() {
        String run = runs.run("");
        String test = runs.tests().getFirst();
        List<UUID> results = IntStream.rangeClosed(1, 3)
                .mapToObj(repetition ->
                        UUID.fromString(runs.repeat(run, test, 'p', repetition).id()))
                .toList();
        List<SentSpans> sent = IntStream.range(0, 5)
                .mapToObj(one -> SentSpans.of(spans.project()))
                .toList();
        Map<String, Object> naming = new HashMap<>(told(run, test));
        naming.put("rhesis.test.result_id", results.get(1).toString());
        SentSpans.send(
                owner,
                List.of(
                        sent.get(0).span(1, null, told(run, test)),
                        sent.get(1).span(9, null, naming),
                        sent.get(2).span(2, null, told(run, test)),
                        sent.get(3).span(3, null, told(run, test))));
        SentSpans.send(owner, List.of(sent.get(4).span(0, null, told(run, test))));
        assertThat(sent.stream().map(one -> traces.trace(one).get("test_result_id")))
                .containsExactly(results.get(0), results.get(1), results.get(2), results.get(0), results.get(0));
    }

    @Test
    void aLinkThatFailsIsMadeLater(@Autowired MissingResultLinks links) {
        String run = runs.run("");
        send(spans, told(run, runs.tests().getFirst()));
        UUID[] result = new UUID[1];
        refuseLinksOf(spans, () -> {
            result[0] = keep(run, 0);
            assertThat(traces.trace(spans)).containsEntry("test_result_id", null);
        });
        await().untilAsserted(() -> assertThat(traces.trace(spans)).containsEntry("test_result_id", result[0]));
        TestDatabase.update("update app.trace set test_result_id = null where trace_id = decode('%s', 'hex')"
                .formatted(spans.traceId()));
        assertThat(links.of(Organizations.tenantOf(owner))).isEqualTo(1);
        assertThat(traces.trace(spans)).containsEntry("test_result_id", result[0]);
    }

    @Test
    void aResultThatIsNamedIsAwaited() {
        String run = runs.run("");
        String named = keep(run, 0).toString();
        send(spans, Map.of("rhesis.test.run_id", run, "rhesis.test.result_id", named));
        assertThat(traces.trace(spans)).containsEntry("test_result_id", UUID.fromString(named));
        SentSpans early = SentSpans.of(spans.project());
        String later = UUID.randomUUID().toString();
        send(early, Map.of("rhesis.test.run_id", run, "rhesis.test.result_id", later));
        assertThat(traces.trace(early))
                .containsEntry("test_result_id", null)
                .containsEntry("told_test_result_id", UUID.fromString(later));
    }

    @Test
    void objectsOfOthersAreIgnored() {
        Api stranger = organizations.create();
        KeptRuns foreign = new KeptRuns(stranger, 1);
        String run = foreign.run("");
        String result = foreign.keep(run, foreign.tests().getFirst(), 'p', null).id();
        String endpoint = stranger.create(
                "/endpoints", Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example/ask"));
        send(
                spans,
                Map.of(
                        "rhesis.test.run_id",
                        run,
                        "rhesis.test.id",
                        foreign.tests().getFirst(),
                        "rhesis.test.result_id",
                        result,
                        "endpoint.id",
                        endpoint,
                        "endpoint.name",
                        "Their bot"));
        assertThat(traces.trace(spans))
                .containsEntry("test_run_id", null)
                .containsEntry("test_id", null)
                .containsEntry("test_result_id", null)
                .containsEntry("endpoint_id", null)
                .containsEntry("endpoint_name", "Their bot");
        send(SentSpans.of(spans.project()), Map.of("rhesis.test.run_id", "no id", "endpoint.id", 5));
    }

    @Test
    void anEndpointIsLinkedAndStaysBehindItsTrace() {
        String endpoint = owner.create(
                "/endpoints", Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example/ask"));
        send(spans, Map.of("endpoint.id", endpoint, "endpoint.url", "https://bot.example/ask"));
        assertThat(traces.trace(spans))
                .containsEntry("endpoint_id", UUID.fromString(endpoint))
                .containsEntry("endpoint_url", "https://bot.example/ask");
        owner.delete("/endpoints/" + endpoint);
        owner.delete("/recycle/endpoint/" + endpoint);
        assertThat(SentSpans.send(owner, List.of(spans.child(7, 0))).status()).isEqualTo(200);
        assertThat(traces.trace(spans)).containsEntry("span_count", 2);
    }

    private ResultLinkQueries.Links link(ResultLinkQueries queries, String run, @Nullable UUID after) {
        return Organizations.tenantOf(owner)
                .call(() -> Objects.requireNonNull(
                        transaction.execute(status -> queries.link(UUID.fromString(run), after))));
    }

    /// Lets the database refuse to link a trace while something is done.
    private static void refuseLinksOf(SentSpans trace, Runnable meanwhile) {
        TestDatabase.update("""
                create function app.refuse_link() returns trigger language plpgsql as
                $$ begin raise exception 'refused' using errcode = '40001'; end $$
                """);
        TestDatabase.update("""
                create trigger refuse_link before update of test_result_id on app.trace
                for each row when (old.trace_id = decode('%s', 'hex')) execute function app.refuse_link()
                """.formatted(trace.traceId()));
        try {
            meanwhile.run();
        } finally {
            TestDatabase.update("drop trigger refuse_link on app.trace");
            TestDatabase.update("drop function app.refuse_link()");
        }
    }

    private static void lockLinks(Connection connection, String run) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('links of %s', 0))".formatted(run));
        }
    }

    private UUID keep(String run, int test) {
        return UUID.fromString(runs.keep(run, runs.tests().get(test), 'p', null).id());
    }

    private Map<String, String> told(String run, String test) {
        return Map.of(
                "rhesis.test.run_id", run,
                "rhesis.test.id", test,
                "rhesis.test.configuration_id",
                        String.valueOf(owner.get("/test_runs/" + run).text("test_configuration_id")));
    }

    private int send(SentSpans of, Map<String, ?> attributes) {
        int status =
                SentSpans.send(owner, List.of(of.span(0, null, attributes))).status();
        assertThat(status).isEqualTo(200);
        return status;
    }
}
