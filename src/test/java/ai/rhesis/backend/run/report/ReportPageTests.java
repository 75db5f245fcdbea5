package ai.rhesis.backend.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportPageTests {

    @Test
    void verdictIsSaidAtOnce() {
        String page = Reports.print();
        assertThat(page).contains("92.4 % passed", "The pass rate fell, by more than chance explains: -2.1 points.");
        assertThat(page.indexOf("The pass rate fell")).isLessThan(page.indexOf("92.4 % passed</p>"));
    }

    @Test
    void aRegressionShowsBothOutputsWithWhatDiffersMarked() {
        assertThat(Reports.print())
                .contains("At <del>nine</del> &lt;script&gt;", "At <ins>ten</ins> &lt;script&gt;", "Pass → Fail");
    }

    @Test
    void aChangeIsDrawnWithItsInterval() {
        assertThat(Reports.print()).contains("aria-label=\"-2.1 points, interval -4.0 to -0.2\"", "-5.0", "+5.0");
    }

    @Test
    void flakyAndQuarantinedTestsStandApart() {
        assertThat(Reports.print())
                .contains("Flaky: repetitions disagree", "2 of 3 repetitions passed")
                .contains("In quarantine, counted nowhere", "Old question");
    }

    @Test
    void whatATargetSaysIsText() {
        String page = Reports.print(Reports.failed(Reports.HOSTILE));
        assertThat(page).doesNotContain("<script>document").doesNotContain("<img");
        assertThat(page).contains("&lt;script&gt;document");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(Reports.print(Reports.failed("Hello")))
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void failingTestSaysWhy() {
        assertThat(Reports.print(Reports.failed("We open at ten")))
                .contains("When do you open?")
                .contains("At nine")
                .contains("We open at ten")
                .contains("does not refuse")
                .contains("needs &gt;&#x3D; 0.5");
    }

    @Test
    void errorShowsItsCause() {
        assertThat(Reports.print(Reports.broken())).contains("The target answered 503");
    }

    @Test
    void runWithoutFailuresSaysSo() {
        assertThat(Reports.print()).contains("Every test that ran passed.");
    }
}
