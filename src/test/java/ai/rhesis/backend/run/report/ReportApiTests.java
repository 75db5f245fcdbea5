package ai.rhesis.backend.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The page of real runs, over HTTP.
@IntegrationTest
class ReportApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api api;
    Runs runs;
    String target;
    String set;

    @BeforeEach
    void ownSet() {
        server = FakeModelServer.start().always(question -> ModelReply.text("Yes, " + question.question()));
        api = organizations.create();
        runs = new Runs(api);
        target = runs.model("Bot", server.url());
        set = runs.set(
                8,
                number -> Map.of(
                        "prompt",
                        Map.of("content", "question <" + number + ">", "expected_response", "yes"),
                        "category",
                        "Manners",
                        "requirement",
                        "Agrees"));
        runs.judgeSet(set, runs.assertion("Says yes", "icontains", "yes"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRunIsAPageThatLoadsNothing() {
        fail("<3>");

        String run = run();

        Answer answer = report(run);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page(run))
                .contains("87.5 % passed", "7 of 8", "Agrees", "Manners", "Says yes", "Latency of the target")
                .contains("question &lt;3&gt;", "No.", "Bot")
                .doesNotContain("question &lt;4&gt;", "Compared with", "badge new", "No requirement");
    }

    @Test
    void theRunBeforeIsCompared() {
        fail("<1>");
        run();
        fail("<2>", "<3>", "<4>");

        assertThat(page(run()))
                .contains("Cannot tell", "Chance explains the difference: -25.0 points")
                .contains("8 tests in both, 3 regressed, 1 improved", "badge new")
                .contains("question &lt;2&gt;", "<del>Yes</del>.", "<ins>No</ins>.");
    }

    @Test
    void whatCantBeChanceIsSaid() {
        fail("<");
        run();
        fail();

        assertThat(page(run()))
                .contains("verdict better", "The pass rate rose, by more than chance explains: +100.0 points")
                .contains("8 improved")
                .doesNotContain("id=\"regressions\"");
    }

    @Test
    void aTestThatPassedAndIsAnErrorNowIsLostAndNamed() {
        run();
        server.always(
                question -> question.question().contains("<5>") ? ModelReply.status(400) : ModelReply.text("Yes"));

        assertThat(page(run()))
                .contains("8 tests in both, 1 regressed, 0 improved", "Pass → Error", "<b>1</b> errors", "badge new");
    }

    @Test
    void aRunInWhichAllIsLostIsComparedToo() {
        run();
        server.always(question -> ModelReply.status(400));

        assertThat(page(run())).contains("verdict worse", "8 regressed, 0 improved");
    }

    @Test
    void theBaselineIsChosen() {
        String first = run();
        run();
        fail("<1>");
        String last = run();
        api.put("/test_sets/" + set + "/baselines/release", Map.of("test_run_id", first, "reason", "1.0"));
        String name = String.valueOf(api.get("/test_runs/" + first).text("name"));

        assertThat(new String(api.download("/test_runs/" + last + "/report?baseline=release"), StandardCharsets.UTF_8))
                .contains("Compared with <i>" + name + "</i>: 8 tests in both, 1 regressed");
        assertThat(api.get("/test_runs/" + last + "/report?baseline=nightly").badFields())
                .containsExactly("query.baseline");
    }

    @Test
    void onlyItsOrganizationReadsIt() {
        String run = run();

        assertThat(organizations.create().get("/test_runs/" + run + "/report").status())
                .isEqualTo(404);
        api.delete("/test_runs/" + run);
        Answer deleted = report(run);
        assertThat(deleted.status()).isEqualTo(410);
        assertThat(deleted.header("Content-Type")).startsWith("application/json");
    }

    private void fail(String... questions) {
        server.always(question -> Arrays.stream(questions).anyMatch(question.question()::contains)
                ? ModelReply.text("No.")
                : ModelReply.text("Yes."));
    }

    private String run() {
        String run = runs.start(set, target, Map.of());
        runs.await(run);
        return run;
    }

    private String page(String run) {
        return new String(api.download("/test_runs/" + run + "/report"), StandardCharsets.UTF_8);
    }

    private Answer report(String run) {
        return api.get("/test_runs/" + run + "/report");
    }
}
