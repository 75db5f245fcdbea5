package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.ServerProcess;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// SIGTERM, which any process manager sends.
class ShutdownTests {

    @Test
    void sigtermEndsTheProcessWhileEndlessMetricsRun() throws Exception {
        try (FakeTarget target = FakeTarget.start().answering(call -> Reply.output("a".repeat(5_000) + "!"));
                ServerProcess server = ServerProcess.start()) {
            Organizations organizations = Organizations.ofServer(server.port());
            judgeEndlessly(organizations.create(), target.url());
            judgeEndlessly(organizations.create(), target.url());

            server.process().destroy();

            assertThat(server.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void judgeEndlessly(Api api, String url) {
        Runs runs = new Runs(api);
        String set = runs.set("Hello", 50);
        runs.judgeSet(
                set,
                runs.assertion("one", "regex", "^(a+)+\\1?!!$"),
                runs.assertion("two", "regex", "^(?:a?){300}(?:a+)+\\2?#(b)$"));
        String run = runs.start(set, runs.endpoint("Bot", url), Map.of());
        Answer begun = runs.await(run, answer -> answer.at("stats.errors").asInt() > 0);
        assertThat(begun.text("state")).isEqualTo("Progress");
    }
}
