package ai.rhesis.backend.run.early;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.ServerProcess;
import ai.rhesis.backend.support.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// SIGKILL to the node that works on a run with a rule to end early.
class KilledDecisionTests {

    private static final int TESTS = 40;
    private static final int CALLS_BEFORE = 3;

    @Test
    void aRunWhoseNodeIsKilledIsDecidedAtTheSameTest() throws Exception {
        Map<String, Object> database = TestDatabase.fresh().properties();
        try (FakeTarget target = FakeTarget.start().answering(call -> Reply.output("Hello"));
                ServerProcess killed = ServerProcess.start(database)) {
            Api api = Organizations.ofServer(killed.port()).create();
            Runs runs = new Runs(api);
            String bot = runs.endpoint("Bot", target.url());
            String set = runs.set("Question", TESTS);
            runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
            String baseline = runs.start(set, bot, Map.of());
            runs.await(baseline);
            target.answering(call -> Reply.output("Go away"));
            String undisturbed = runs.start(set, bot, decidedBeside(baseline));
            Answer whole = runs.await(undisturbed);

            AtomicInteger calls = new AtomicInteger();
            target.answering(
                    call -> calls.incrementAndGet() > CALLS_BEFORE ? Reply.hanging() : Reply.output("Go away"));
            String run = runs.start(set, bot, decidedBeside(baseline));
            runs.await(run, answer -> calls.get() > CALLS_BEFORE);
            String token = String.valueOf(
                    api.post("/tokens", Map.of("name", "after the crash")).text("access_token"));
            killed.process().destroyForcibly().waitFor();
            target.answering(call -> Reply.output("Go away"));

            try (ServerProcess other = ServerProcess.start(database)) {
                Api later = Organizations.ofServer(other.port()).anonymous().as(token);
                Answer ended = new Runs(later).await(run);

                assertThat(ended.text("state")).isEqualTo("Completed");
                assertThat(ended.at("decided").asBoolean()).isTrue();
                assertThat(ended.text("state_reason")).isEqualTo(whole.text("state_reason"));
                assertThat(figures(later, run, baseline)).isEqualTo(figures(later, undisturbed, baseline));
                List<String> tests = new Runs(later)
                        .results(run).stream()
                                .map(result -> result.path("test_id").asString())
                                .toList();
                assertThat(tests).doesNotHaveDuplicates().hasSizeGreaterThan(CALLS_BEFORE);
            }
        }
    }

    private static Map<String, ?> decidedBeside(String baseline) {
        return Map.of("execution_options", Map.of("stop_when", Map.of("baseline", baseline), "max_concurrency", 1));
    }

    private static String figures(Api api, String run, String baseline) {
        Answer compared = api.post("/test_runs/" + run + "/compare", Map.of("baseline", baseline));
        assertThat(compared.text("pass_rate.method")).isEqualTo("e_process");
        return compared.text("verdict") + " " + compared.at("pass_rate");
    }
}
