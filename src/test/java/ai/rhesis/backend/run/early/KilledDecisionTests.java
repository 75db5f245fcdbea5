package ai.rhesis.backend.run.early;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.ServerProcess;
import ai.rhesis.backend.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// SIGKILL to the node that works on a run with a rule to end early.
class KilledDecisionTests {

    private static final int TESTS = 100;
    private static final int CALLS_AT_ONCE = 4;
    /// The calls of the killed node; most of them finish behind one that doesn't.
    private static final int CALLS_BEFORE = 50;
    /// The place in the seeded order of the test whose answer the killed node never gets.
    private static final int HELD = 2;

    @Test
    void aRunWhoseNodeIsKilledIsDecidedAtTheSameTestOfItsSeededOrder() throws Exception {
        Map<String, Object> database = TestDatabase.fresh().properties();
        try (FakeTarget target = FakeTarget.start().answering(call -> asBefore(call.input()));
                ServerProcess killed = ServerProcess.start(database)) {
            Api api = Organizations.ofServer(killed.port()).create();
            Runs runs = new Runs(api);
            String bot = runs.endpoint("Bot", target.url());
            String set = runs.set("Question", TESTS);
            runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
            String baseline = runs.start(set, bot, Map.of());
            runs.await(baseline);

            AtomicInteger calls = new AtomicInteger();
            CompletableFuture<String> held = new CompletableFuture<>();
            target.answering(call -> call.input().equals(held.join()) || calls.incrementAndGet() > CALLS_BEFORE
                    ? Reply.hanging()
                    : asNow(call.input()));
            String run = runs.start(set, bot, decidedBeside(baseline));
            SeededOrder order = SeededOrder.of(run, api.get("/test_sets/" + set + "/tests?limit=" + TESTS));
            held.complete(order.inputs().get(HELD));
            runs.await(run, answer -> calls.get() > CALLS_BEFORE);
            assertThat(runs.get(run).text("state"))
                    .as("what is finished out of its turn decides nothing")
                    .isEqualTo("Progress");
            String token = String.valueOf(
                    api.post("/tokens", Map.of("name", "after the crash")).text("access_token"));
            killed.process().destroyForcibly().waitFor();
            target.answering(call -> asNow(call.input()));

            try (ServerProcess other = ServerProcess.start(database)) {
                Api later = Organizations.ofServer(other.port()).anonymous().as(token);
                Answer ended = new Runs(later).await(run);

                assertThat(ended.text("state")).isEqualTo("Completed");
                assertThat(ended.at("decided").asBoolean()).isTrue();
                assertThat(ended.text("state_reason")).isEqualTo("It was decided early: worse.");
                Map<String, ?> question = Map.of("baseline", baseline, "alternative", "worse");
                assertDecidedBy(order.decision(), later.post("/test_runs/" + run + "/compare", question));
                List<String> tests = new Runs(later)
                        .results(run).stream()
                                .map(result -> result.path("test_id").asString())
                                .toList();
                assertThat(tests)
                        .doesNotHaveDuplicates()
                        .containsAll(order.testIds().subList(0, order.decision().tests()));
            }
        }
    }

    private static void assertDecidedBy(Bets bets, Answer compared) {
        assertThat(compared.text("verdict")).isEqualTo("worse");
        assertThat(compared.text("pass_rate.method")).isEqualTo("e_process");
        assertThat(compared.at("pass_rate.delta").asDouble()).isCloseTo(bets.mean(), within(1e-9));
        assertThat(compared.at("pass_rate.p_value").asDouble()).isCloseTo(bets.p(), within(1e-9));
    }

    private static Map<String, ?> decidedBeside(String baseline) {
        return Map.of(
                "execution_options",
                Map.of("stop_when", Map.of("baseline", baseline), "max_concurrency", CALLS_AT_ONCE));
    }

    private static int number(String input) {
        return Integer.parseInt(input.substring(input.lastIndexOf(' ') + 1));
    }

    /// Fails a fifth of all questions.
    private static Reply asBefore(String input) {
        return said(number(input) % 10 < 8);
    }

    /// Fails four of those that passed before, and passes one of those that failed.
    private static Reply asNow(String input) {
        return said(number(input) % 10 > 3 && number(input) % 10 < 9);
    }

    private static Reply said(boolean passes) {
        return Reply.output(passes ? "Hello" : "Go away");
    }

    private static int difference(String input) {
        int digit = number(input) % 10;
        return digit < 4 ? -1 : digit == 8 ? 1 : 0;
    }

    /// The tests of a run as its id orders them: by the MD5 of both ids.
    private record SeededOrder(List<String> testIds, List<String> inputs) {

        static SeededOrder of(String run, Answer tests) {
            List<JsonNode> sorted = tests.json()
                    .valueStream()
                    .sorted(Comparator.comparing(
                            test -> md5(run + test.path("id").asString())))
                    .toList();
            return new SeededOrder(
                    sorted.stream().map(test -> test.path("id").asString()).toList(),
                    sorted.stream()
                            .map(test -> test.at("/prompt/content").asString())
                            .toList());
        }

        private static String md5(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(hash);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        /// Bets in this order until a loss is proven.
        Bets decision() {
            Bets bets = new Bets();
            for (String input : inputs) {
                if (bets.add(difference(input))) {
                    return bets;
                }
            }
            throw new AssertionError("nothing is proven by " + inputs);
        }
    }

    /// Twenty bets on a loss, counted here once more.
    private static final class Bets {

        private final double[] wealth = new double[20];
        private double most = 1;
        private int sum;
        private int tests;

        Bets() {
            Arrays.fill(wealth, 1);
        }

        /// Tells whether a loss is proven at 5 %.
        boolean add(int difference) {
            for (int k = 0; k < wealth.length; k++) {
                wealth[k] *= 1 - (k + 0.5) / wealth.length * difference;
            }
            sum += difference;
            tests++;
            double now = Arrays.stream(wealth).average().orElseThrow();
            most = Math.max(most, now);
            return now >= 20;
        }

        int tests() {
            return tests;
        }

        double mean() {
            return (double) sum / tests;
        }

        double p() {
            return 1 / most;
        }
    }
}
