package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Plays other nodes: one that died with items in its hands, and one that calls the same target.
@IntegrationTest
class LeaseApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    RunStore store;

    FakeModelServer server;
    HeldAnswers answers = new HeldAnswers();
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger mostInFlight = new AtomicInteger();
    Api api;
    Runs runs;
    String target;
    String set;

    @BeforeEach
    void aTargetThatAnswersWhenItIsReleased() {
        server = FakeModelServer.start().always(question -> {
            mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                answers.await();
                return ModelReply.text("Hello");
            } finally {
                inFlight.decrementAndGet();
            }
        });
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        set = runs.set("Hello", 6);
        runs.judgeSet(set, runs.assertion("Any", "contains", "Hello"));
    }

    @AfterEach
    void stop() {
        answers.release();
        server.close();
    }

    @Test
    void whatADeadNodeHeldIsTakenOverWhenItsLeaseIsOver() {
        set = runs.set("Hello", 30);
        runs.judgeSet(set, runs.assertion("Some", "contains", "Hello"));
        String run = started(Map.of("max_concurrency", 2));
        // longer than this node has anything else to do
        int held = TestDatabase.update("""
                update app.test_run_item
                set state = 'Taken', leased_by = uuidv7(), leased_until = now() + interval '6 seconds'
                where test_run_id = '%s' and state = 'Waiting'
                """.formatted(run));
        assertThat(held).isPositive();
        answers.release();

        Answer done = runs.await(run);

        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.at("stats.passed").asInt()).isEqualTo(30);
        assertThat(runs.results(run)).hasSize(30);
    }

    @Test
    void whoRenewsItsLeasesWaitsForNobodyWhoWrites() throws SQLException {
        String run = started(Map.of("max_concurrency", 2));
        TestDatabase database = TestDatabase.shared();
        try (Connection connection = database.connect(database.migrator());
                Statement writer = connection.createStatement()) {
            connection.setAutoCommit(false);
            writer.execute("""
                    select id from app.test_run_item where test_run_id = '%s' order by position limit 1 for update
                    """.formatted(run));
            assertThat(TestDatabase.update("""
                    update app.test_run_item
                    set leased_until = now() + interval '5 seconds'
                    where test_run_id = '%s' and position > 1
                    """.formatted(run))).isEqualTo(5);

            runs.await(run, answer -> countOf("""
                    select count(*) from app.test_run_item
                    where test_run_id = '%s' and leased_until > now() + interval '12 seconds' and position > 1
                    """.formatted(run)) == 5);
        }
        answers.release();
        assertThat(runs.await(run).at("stats.passed").asInt()).isEqualTo(6);
    }

    @Test
    void whatTwoNodesDoIsWrittenOnce() {
        String run = started(Map.of("max_concurrency", 2));
        assertThat(TestDatabase.update("""
                update app.test_run_item
                set leased_until = now() - interval '1 second'
                where test_run_id = '%s' and state = 'Taken'
                """.formatted(run))).isPositive();
        UUID runId = UUID.fromString(run);
        List<Item> taken =
                runs.tenantOf(run).call(() -> store.take(store.open(runId).orElseThrow(), UUID.randomUUID(), 10));
        assertThat(taken).hasSize(6);
        List<ItemResult> itemResults = taken.stream()
                .map(item -> ItemResult.failed(item, "other", "written by another node"))
                .toList();
        assertThat(runs.tenantOf(run).<Boolean, RuntimeException>call(() -> store.write(runId, itemResults, false)))
                .isTrue();
        answers.release();

        Answer done = runs.await(run);

        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":6,\"passed\":0,\"failed\":0,\"errors\":6}");
        assertThat(runs.results(run))
                .extracting(result -> result.path("test_id").asString())
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(server.received()).isNotEmpty();
    }

    @Test
    void noCallStartsWhileAnotherNodeHasThemAll() {
        String configuration = String.valueOf(
                api.post("/test_configurations", Map.of("model_id", target)).id());
        String other = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        assertThat(TestDatabase.update("""
                insert into app.target_slot (
                    organization_id, target_id, test_run_id, node_id, most_of_run, wanted, slots, expires_at)
                select organization_id, '%s', id, uuidv7(), 4, 4, 4, now() + interval '4 seconds'
                from app.test_run where id = '%s'
                """.formatted(target, other))).isEqualTo(1);

        String run = runs.start(set, target, Map.of("execution_options", Map.of("max_concurrency", 4)));

        runs.await(run, answer -> countOf("""
                select count(*) from app.target_slot where test_run_id = '%s' and wanted > 0 and slots = 0
                """.formatted(run)) == 1);
        assertThat(inFlight.get()).isZero();
        runs.await(run, answer -> inFlight.get() == 4);
        answers.release();
        assertThat(runs.await(run).at("stats.passed").asInt()).isEqualTo(6);
        assertThat(mostInFlight.get()).isEqualTo(4);
    }

    @Test
    void oneAfterTheOtherMeansOneCallAtATime() {
        answers.release();
        String run = runs.start(set, target, Map.of("execution_options", Map.of("execution_mode", "Sequential")));

        assertThat(runs.await(run).at("stats.passed").asInt()).isEqualTo(6);
        assertThat(mostInFlight.get()).isEqualTo(1);
    }

    private String started(Map<String, ?> options) {
        String run = runs.start(set, target, Map.of("execution_options", options));
        runs.await(run, answer -> inFlight.get() == 2);
        return run;
    }

    private static long countOf(String sql) {
        return Long.parseLong(TestDatabase.column(sql).getFirst());
    }
}
