package ai.rhesis.backend.run.early;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class EarlyDecisionApiTests {

    private static final int TESTS = 60;
    private static final int ANSWERED = 50;

    private final HeldAnswers held = new HeldAnswers();

    @Autowired
    Organizations organizations;

    @Autowired
    EarlyDecisions decisions;

    FakeModelServer server;
    Api api;
    Runs runs;
    String target;
    String set;
    String baseline;

    @BeforeEach
    void aRunThatPassed() {
        server = FakeModelServer.start().always(question -> ModelReply.text("Hello"));
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        set = runs.set("Question", TESTS);
        runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
        baseline = runs.start(set, target, Map.of());
        assertThat(runs.await(baseline).at("stats.passed").asInt()).isEqualTo(TESTS);
    }

    @AfterEach
    void stop() {
        held.release();
        server.close();
    }

    @Test
    void aProvenLossEndsTheRun() {
        answerMost("Go away");
        String run = runs.start(set, target, options(Map.of("baseline", baseline), 1));

        Answer ended = runs.await(run);

        assertThat(ended.text("state")).isEqualTo("Completed");
        assertThat(ended.at("decided").asBoolean()).isTrue();
        assertThat(ended.text("state_reason")).isEqualTo("It was decided early: worse.");
        // (1 + λ) to the power of n reaches 20 on average over twenty bets after six losses
        assertThat(ended.at("stats.failed").asInt()).isBetween(6, ANSWERED);
        Answer compared =
                api.post("/test_runs/" + run + "/compare", Map.of("baseline", baseline, "alternative", "worse"));
        assertThat(compared.text("verdict")).isEqualTo("worse");
        assertThat(compared.text("pass_rate.method")).isEqualTo("e_process");
        assertThat(compared.at("pass_rate.mde").isNull()).isTrue();
        assertThat(compared.at("pass_rate.p_value").asDouble()).isLessThanOrEqualTo(0.05);
        assertThat(compared.at("pass_rate.delta").asDouble()).isEqualTo(-1);
        assertThat(compared.texts("assumptions", "code")).contains("decided_early");
        Answer gate = api.post(
                "/test_runs/" + run + "/gate",
                Map.of("baseline", baseline, "rules", Map.of("verdict", "not_proven_worse")));
        assertThat(gate.text("result")).isEqualTo("fail");
        assertThat(gate.at("rules").get(1).path("result").asString())
                .as("tests are missing on purpose")
                .isEqualTo("pass");
    }

    @Test
    void equalRunsAreSoonNotWorseWithinAMargin() {
        answerMost("Hello");
        String run = runs.start(set, target, options(Map.of("baseline", baseline, "margin", 0.3), 1));

        Answer ended = runs.await(run);

        assertThat(ended.at("decided").asBoolean()).isTrue();
        assertThat(ended.at("stats.total").asInt()).isEqualTo(TESTS);
        assertThat(ended.at("stats.passed").asInt()).isLessThanOrEqualTo(ANSWERED);
        Answer compared = api.post(
                "/test_runs/" + run + "/compare", Map.of("baseline", baseline, "margin", 0.3, "alternative", "worse"));
        assertThat(compared.text("verdict")).isEqualTo("not_worse");
    }

    /// Answers no more than these, so that the run can't be over before somebody looks whether it is decided.
    private void answerMost(String reply) {
        server.always(held.after(ANSWERED, question -> ModelReply.text(reply)));
    }

    @Test
    void withoutProofTheRunGoesToItsEnd() {
        String run = runs.start(set, target, options(Map.of("baseline", baseline), 20));

        Answer ended = runs.await(run);

        assertThat(ended.text("state")).isEqualTo("Completed");
        assertThat(ended.at("decided").asBoolean()).isFalse();
        assertThat(ended.at("stats.passed").asInt()).isEqualTo(TESTS);
        assertThat(api.post("/test_runs/" + run + "/compare", Map.of("baseline", baseline))
                        .text("pass_rate.method"))
                .isEqualTo("mcnemar_midp");
    }

    @Test
    void whatIsFinishedOutOfItsTurnDecidesNothingUntilTheFirstTestIsDone() {
        HeldAnswers known = new HeldAnswers();
        AtomicReference<String> first = new AtomicReference<>();
        server.always(question -> {
            known.await();
            if (question.prompt().endsWith(String.valueOf(first.get()))) {
                held.await();
            }
            return ModelReply.text("Go away");
        });
        String run = runs.start(set, target, options(Map.of("baseline", baseline), 10));
        first.set(
                value("select input from app.test_run_item where test_run_id = '%s' and position = 1".formatted(run)));
        known.release();

        Answer waiting = runs.await(run, answer -> answer.at("stats.failed").asInt() >= 25);
        assertThat(waiting.text("state"))
                .as("25 losses decide nothing while the first test goes on")
                .isEqualTo("Progress");
        held.release();
        Answer ended = runs.await(run);

        assertThat(ended.at("decided").asBoolean()).isTrue();
        String decided = value("select decided_position from app.test_run where id = '%s'".formatted(run));
        assertThat(Integer.parseInt(decided)).isBetween(5, 20);
        // a node that takes over from a dead one reads the results from the start, and decides at the same test
        EarlyDecision again = new EarlyDecision(UUID.fromString(run), new StopWhen(baseline, null, 0.05, "auto"));
        assertThat(runs.tenantOf(run).<Boolean, RuntimeException>call(() -> decisions.look(again)))
                .isTrue();
        assertThat(again.word()).isEqualTo("worse");
        assertThat(String.valueOf(again.position())).isEqualTo(decided);
    }

    @Test
    void whatADeadNodeHeldIsTakenOverBeforeTheRunIsDecided() {
        server.always(held.of(question -> ModelReply.text("Hello")));
        String run = runs.start(set, target, options(Map.of("baseline", baseline, "margin", 0.05), 1));
        runs.await(run, answer -> "Progress".equals(answer.text("state")));
        // as if a node had died with the last tests in its hands
        assertThat(TestDatabase.update("""
                update app.test_run_item
                set state = 'Taken', leased_by = uuidv7(), leased_until = now() + interval '4 seconds'
                where test_run_id = '%s' and state = 'Waiting' and position > 50
                """.formatted(run))).isPositive();
        held.release();

        Answer ended = runs.await(run);

        assertThat(ended.text("state")).isEqualTo("Completed");
        assertThat(ended.at("stats.passed").asInt())
                .as("a margin of five points takes more than these tests")
                .isEqualTo(TESTS);
        assertThat(ended.at("decided").asBoolean()).isFalse();
    }

    @Test
    void testsThatShareTopicsAreNotTakenForIndependentUnasked() {
        String clustered = runs.set(
                10,
                number -> Map.of("prompt", Map.of("content", "Question " + number), "topic", "Topic " + number % 5));
        runs.judgeSet(clustered, runs.assertion("Answers", "contains", "Hello"));
        String before = runs.start(clustered, target, Map.of());
        runs.await(before);

        Answer refused =
                api.post("/test_sets/" + clustered + "/execute/" + target, options(Map.of("baseline", before), 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.toString()).contains("stop_when", "cluster_by");
        String run = runs.start(clustered, target, options(Map.of("baseline", before, "cluster_by", "none"), 1));
        assertThat(runs.await(run).text("state")).isEqualTo("Completed");
    }

    @Test
    void badRulesAreNamed() {
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("baseline", "nightly"),
                Map.of("baseline", UUID.randomUUID().toString()),
                Map.of("baseline", baseline, "margin", 1),
                Map.of("baseline", baseline, "alpha", 0.3),
                Map.of("baseline", baseline, "cluster_by", "topic"))) {
            assertThat(api.post("/test_sets/" + set + "/execute/" + target, options(bad, 1))
                            .status())
                    .as(bad.toString())
                    .isEqualTo(422);
        }
        Map<String, Object> again = new HashMap<>(options(Map.of("baseline", baseline), 1));
        again.put("reference_test_run_id", baseline);
        assertThat(api.post("/test_sets/" + set + "/execute/" + target, again).status())
                .isEqualTo(422);
    }

    @Test
    void aRunOfAnotherOrganizationIsNoBaseline() {
        Api other = organizations.create();
        Runs theirs = new Runs(other);
        String bot = theirs.model("Bot", server.url());
        String own = theirs.set("Question", 2);

        Answer refused = other.post("/test_sets/" + own + "/execute/" + bot, options(Map.of("baseline", baseline), 1));

        assertThat(refused.status()).isEqualTo(422);
    }

    private static Map<String, Object> options(Map<String, Object> stopWhen, int calls) {
        return Map.of("execution_options", Map.of("stop_when", stopWhen, "max_concurrency", calls));
    }

    private static String value(String sql) {
        return TestDatabase.column(sql).getFirst();
    }
}
