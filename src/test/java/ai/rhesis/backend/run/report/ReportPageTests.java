package ai.rhesis.backend.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportPageTests {

    @Test
    void verdictIsSaidAtOnce() {
        assertThat(Reports.print()).contains("92.4 % passed").contains("2.1 points worse than");
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
