package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// 500 tests, ten at a time, against a target that is slow, fails, limits and hangs now and then, with a judge
/// that now and then says nothing of use.
@IntegrationTest
class CrowdApiTests {

    private static final Pattern NUMBER = Pattern.compile("Question (\\d+)");

    @Autowired
    Organizations organizations;

    private final Set<Integer> limited = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void everyTestHasOneResultAndTheCountsAreExact() {
        try (FakeTarget target = FakeTarget.start().answering(call -> counted(numberIn(call.input())));
                FakeModelServer judge = FakeModelServer.start().always(question -> judgement(question.prompt()))) {
            Api api = organizations.create();
            Runs runs = new Runs(api);
            String set = runs.set("Question", 500);
            runs.judgeSet(
                    set,
                    runs.assertion("Answers", "contains", "Answer"),
                    runs.assertion("No excuse", "not-contains", "sorry"),
                    runs.assertion("Begins well", "starts-with", "Answer"),
                    runs.judge("Polite", Map.of("model_id", runs.model("Judge", judge.url()))));

            String run = runs.start(
                    set, runs.endpoint("Bot", target.url()), Map.of("execution_options", Map.of("timeout_seconds", 3)));

            Answer done = runs.await(run);
            assertThat(done.text("state")).isEqualTo("Partial");
            assertThat(done.at("stats").toString())
                    .isEqualTo("{\"total\":500,\"passed\":415,\"failed\":50,\"errors\":35}");
            List<JsonNode> results = runs.results(run);
            assertThat(results)
                    .extracting(result -> result.path("test_id").asString())
                    .doesNotHaveDuplicates()
                    .hasSize(500);
            for (JsonNode result : results) {
                assertThat(result.path("verdict").asString())
                        .isEqualTo(verdict(numberIn(result.at("/test/input").asString())));
            }
            assertThat(api.get("/test_runs/" + run + "/download?format=json").texts("id"))
                    .doesNotHaveDuplicates()
                    .hasSize(500);
            assertThat(mostInFlight.get()).isBetween(2, 10);
            assertThat(target.calls()).hasSize(500 + limited.size());
            assertThat(api.get("/test_runs/" + run + "/metrics?detail=true")
                            .json()
                            .toString())
                    .contains("\"name\":\"Polite\",\"total\":470,\"passed\":465,\"failed\":0,\"errors\":5");
        }
    }

    /// Of one that hangs, only the time counts for which the other side waits.
    private Reply counted(int number) {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            never.await(number % 50 == 2 ? 2_900 : number % 7 == 0 ? 200 : 20, TimeUnit.MILLISECONDS);
            return answer(number);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private Reply answer(int number) {
        if (number % 25 == 0) {
            return Reply.status(500);
        }
        if (number % 25 == 1 && limited.add(number)) {
            return Reply.limited(1);
        }
        if (number % 50 == 2) {
            return Reply.hanging();
        }
        return Reply.output(number % 10 == 3 ? "Answer: sorry" : "Answer " + number);
    }

    private static ModelReply judgement(String prompt) {
        return numberIn(prompt) % 100 == 77
                ? ModelReply.text("I would rather not say.")
                : ModelReply.json(Map.of("reason", "it is", "passed", true));
    }

    private static String verdict(int number) {
        if (number % 25 == 0 || number % 50 == 2 || number % 100 == 77) {
            return "Error";
        }
        return number % 10 == 3 ? "Fail" : "Pass";
    }

    private static int numberIn(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
