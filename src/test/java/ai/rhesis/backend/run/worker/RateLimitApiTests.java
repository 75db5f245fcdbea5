package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Runs against targets that take so many calls in a time and no more, and runs that keep an order.
@IntegrationTest
class RateLimitApiTests {

    @Autowired
    Organizations organizations;

    FakeTarget bot;
    Api api;
    Runs runs;
    String target;

    @BeforeEach
    void aTarget() {
        bot = FakeTarget.start();
        api = organizations.create();
        runs = new Runs(api);
        target = runs.endpoint("Bot", bot.url());
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void aRunAgainstAnExceededRateLimitEndsWithoutAnError() {
        Window window = new Window(10, Duration.ofMillis(1500));
        bot.answering(call -> window.admits() ? FakeTarget.Reply.output("Hello") : FakeTarget.Reply.limited(1));
        String set = judgedSet(50);
        long begin = System.nanoTime();

        Answer done = runs.await(runs.start(set, target, Map.of("execution_options", Map.of("max_concurrency", 5))));

        int pauses = 1 + (int) Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.at("stats.passed").asInt()).isEqualTo(50);
        assertThat(bot.calls()).as("calls in flight at each pause").hasSizeLessThanOrEqualTo(50 + 5 * pauses);
    }

    @Test
    void aRateLimitWithoutRetryAfterIsWaitedForToo() {
        Window window = new Window(10, Duration.ofMillis(1500));
        bot.answering(call -> window.admits() ? FakeTarget.Reply.output("Hello") : FakeTarget.Reply.status(429));
        String set = judgedSet(25);

        Answer done = runs.await(runs.start(set, target, Map.of()));

        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.at("stats.passed").asInt()).isEqualTo(25);
    }

    @Test
    void aRateLimitThatOneRunMeetsHoldsBackTheOther() {
        bot.answering(call -> FakeTarget.Reply.output("Hello"));
        bot.next(FakeTarget.Reply.limited(3));
        String first = runs.start(judgedSet(1), target, Map.of());
        runs.await(first, run -> !bot.calls().isEmpty());
        long begin = System.nanoTime();
        String second = runs.start(judgedSet(1), target, Map.of());

        runs.await(second);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(1500));
        assertThat(runs.await(first).text("state")).isEqualTo("Completed");
    }

    @Test
    void aTargetThatAsksForMoreThanTenMinutesIsAnError() {
        bot.answering(call -> FakeTarget.Reply.limited(601));

        Answer done = runs.await(runs.start(judgedSet(2), target, Map.of()));

        assertThat(done.text("state")).isEqualTo("Failed");
        assertThat(done.at("stats.errors").asInt()).isEqualTo(2);
        assertThat(bot.calls()).hasSize(2);
    }

    @Test
    void aRunThatWaitsForARateLimitCanBeCancelled() {
        bot.answering(call -> FakeTarget.Reply.limited(300));
        String run = runs.start(judgedSet(3), target, Map.of());
        runs.await(run, waiting -> !bot.calls().isEmpty());

        api.post("/test_runs/" + run + "/cancel", null);

        assertThat(runs.await(run).text("state")).isEqualTo("Cancelled");
    }

    @Test
    void aSequentialRunAsksInTheOrderOfTheSet() {
        bot.answering(call -> FakeTarget.Reply.output("Hello")
                .after(Duration.ofMillis(ThreadLocalRandom.current().nextInt(30))));
        String set = judgedSet(25);

        Answer done = runs.await(
                runs.start(set, target, Map.of("execution_options", Map.of("execution_mode", "Sequential"))));

        List<String> asked = bot.calls().stream().map(FakeTarget.Call::input).toList();
        assertThat(asked)
                .isEqualTo(IntStream.rangeClosed(1, 25).mapToObj(n -> "Hi " + n).toList());
        assertThat(bot.mostInFlight()).isEqualTo(1);
        assertThat(done.at("stats.passed").asInt()).isEqualTo(25);
    }

    private String judgedSet(int tests) {
        String set = runs.set("Hi", tests);
        runs.judgeSet(set, runs.assertion("Greets " + set, "contains", "Hello"));
        return set;
    }

    /// A fixed window of time in which so many calls are admitted.
    private static final class Window {

        private final int capacity;
        private final long length;
        private long begin;
        private int admitted;

        Window(int capacity, Duration length) {
            this.capacity = capacity;
            this.length = length.toNanos();
        }

        synchronized boolean admits() {
            long now = System.nanoTime();
            if (begin == 0 || now - begin > length) {
                begin = now;
                admitted = 0;
            }
            return ++admitted <= capacity;
        }
    }
}
