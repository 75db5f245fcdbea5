package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ends runs before they have ended themselves.
@IntegrationTest
class StopApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    AtomicInteger slow = new AtomicInteger();
    Api api;
    Runs runs;
    String set;
    String target;

    @BeforeEach
    void aTargetThatAnswersFourTimesAndThenHangs() {
        server = FakeModelServer.start()
                .always(question -> slow.incrementAndGet() <= 4
                        ? ModelReply.text("Hello")
                        : ModelReply.text("too late").after(Duration.ofSeconds(60)));
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        set = runs.set("Hello", 20);
        runs.judgeSet(set, runs.assertion("Any", "contains", "Hello"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCancelledRunStartsNoCallAndKeepsWhatIsFinished() {
        String run = startedAndHanging();
        int called = server.received().size();

        long begin = System.nanoTime();
        Answer cancelled = api.post("/test_runs/" + run + "/cancel", null);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("state")).isEqualTo("Cancelled");
        assertThat(cancelled.text("status.name")).isEqualTo("Cancelled");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        Answer later = runs.await(
                run, answer -> System.nanoTime() - begin > Duration.ofSeconds(3).toNanos());
        assertThat(server.received()).hasSize(called);
        assertThat(later.at("stats").toString()).isEqualTo("{\"total\":20,\"passed\":4,\"failed\":0,\"errors\":0}");
        assertThat(runs.results(run)).hasSize(4);
        assertThat(api.get("/jobs/" + run).text("status")).isEqualTo("REVOKED");
    }

    @Test
    void whatIsFinishedCannotBeCancelled() {
        String run = runs.start(runs.set("Hello", 1), target, Map.of());
        runs.await(run);

        Answer refused = api.post("/test_runs/" + run + "/cancel", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("Failed", "Cancelled");
        assertThat(refused.text("state")).isEqualTo("Failed");
    }

    @Test
    void anExecutedRunIsNotMovedByItsStatus() {
        String run = startedAndHanging();
        String completed = Reviews.status(api, "TestRun", "Completed");

        Answer refused = api.put("/test_runs/" + run, Map.of("status_id", completed));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(runs.get(run).text("state")).isEqualTo("Progress");
        String configuration = String.valueOf(runs.get(run).text("test_configuration_id"));
        assertThat(api.delete("/test_configurations/" + configuration).status()).isEqualTo(409);
        api.post("/test_runs/" + run + "/cancel", null);
    }

    @Test
    void aDeletedRunIsCancelled() {
        String run = startedAndHanging();

        assertThat(api.delete("/test_runs/" + run).text("state")).isEqualTo("Cancelled");

        assertThat(runs.get(run).status()).isEqualTo(410);
        assertThat(api.delete("/recycle/test_run/" + run + "?confirm=true").status())
                .isEqualTo(200);
        assertThat(api.get("/test_results").total()).isZero();
    }

    @Test
    void whoIsDeactivatedRunsNothingAnyMore() {
        Api member = organizations.member(api, "member");
        String run = new Runs(member).start(set, target, Map.of());
        runs.await(run, answer -> answer.at("stats.passed").asInt() == 4);
        String user = String.valueOf(runs.get(run).text("user_id"));

        assertThat(api.delete("/users/" + user).status()).isEqualTo(200);

        Answer cancelled = runs.get(run);
        assertThat(cancelled.text("state")).isEqualTo("Cancelled");
        assertThat(cancelled.text("state_reason")).contains("deactivated");
        slow.set(-100);
        assertThat(api.post("/test_runs/" + run + "/resume", null).text("state"))
                .isEqualTo("Queued");
        assertThat(runs.await(run).at("stats.passed").asInt()).isEqualTo(20);
    }

    @Test
    void whatIsNotDoneByTheDeadlineIsAnError() {
        String run = runs.start(set, target, Map.of("execution_options", Map.of("deadline_seconds", 3)));

        Answer done = runs.await(run);

        assertThat(done.text("state")).isEqualTo("Partial");
        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":20,\"passed\":4,\"failed\":0,\"errors\":16}");
        assertThat(runs.results(run))
                .extracting(result -> result.path("error_type").asString(""))
                .containsOnly("", "deadline");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAnError() {
        String run = runs.start(
                set, target, Map.of("execution_options", Map.of("timeout_seconds", 1, "max_concurrency", 20)));

        Answer done = runs.await(run);

        assertThat(done.at("stats").toString()).isEqualTo("{\"total\":20,\"passed\":4,\"failed\":0,\"errors\":16}");
        assertThat(runs.results(run))
                .extracting(result -> result.path("error_type").asString(""))
                .containsOnly("", "timeout");
        assertThat(List.of("Partial")).contains(String.valueOf(done.text("state")));
    }

    @Test
    void oneOrganizationLeavesRoomForTheRunsOfOthers() {
        slow.set(4);
        String hanging = runs.set("Hello", 1);
        List<String> all = Stream.generate(() -> runs.start(hanging, target, Map.of()))
                .limit(66)
                .toList();

        try (FakeTarget bot = FakeTarget.start()) {
            Runs others = new Runs(organizations.create());
            String set = others.set("Hello", 1);
            others.judgeSet(set, others.assertion("Any", "contains", "Hello"));
            assertThat(others.await(others.start(set, others.endpoint("Bot", bot.url()), Map.of()))
                            .text("state"))
                    .isEqualTo("Completed");
        }
        assertThat(all).extracting(run -> runs.get(run).text("state")).contains("Queued", "Progress");
        all.forEach(run -> api.post("/test_runs/" + run + "/cancel", null));
    }

    private String startedAndHanging() {
        String run = runs.start(set, target, Map.of());
        runs.await(
                run,
                answer -> answer.at("stats.passed").asInt() == 4
                        && server.received().size() >= 14);
        return run;
    }
}
