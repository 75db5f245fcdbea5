package ai.rhesis.backend.metric.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoresTests {

    @Test
    void computedScoresHaveNoBinaryNoise() {
        assertThat(Scores.rounded(0.8999999999999996)).isEqualTo(0.9);
        assertThat(Scores.rounded(1 - 0.1)).isEqualTo(0.9);
        assertThat(Scores.rounded(0.1 + 0.2)).isEqualTo(0.3);
    }

    @Test
    void twelveDigitsStay() {
        assertThat(Scores.rounded(2.0 / 3)).isEqualTo(0.666666666667);
        assertThat(Scores.rounded(123456789012.4)).isEqualTo(123456789012.0);
        assertThat(Scores.rounded(1e-20)).isEqualTo(1e-20);
    }

    @Test
    void whatIsNoScoreStaysSo() {
        assertThat(Scores.rounded((Double) null)).isNull();
        assertThat(Scores.rounded(Double.NaN)).isNaN();
    }
}
