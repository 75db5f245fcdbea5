package ai.rhesis.backend.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTests {

    /// The first is the example of Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13:91; the
    /// others are sums of binomial coefficients: 2 (1 + 12 + 66) / 2^12.
    @ParameterizedTest
    @CsvSource({"1, 7, 0.0703125", "7, 1, 0.0703125", "2, 10, 0.03857421875", "0, 6, 0.03125", "0, 1, 1", "0, 0, 1"})
    void probabilityIsExact(int broken, int fixed, double probability) {
        assertThat(new McNemar(broken, fixed).probability()).isCloseTo(probability, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000, p = 1", "1, 7, p = 0.07", "2, 10, p = 0.039", "0, 30, p < 0.001", "100, 50000, p < 0.001"
    })
    void figureIsShort(int broken, int fixed, String figure) {
        assertThat(new McNemar(broken, fixed).figure()).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, false", "0, 6, true", "10, 12, false"})
    void fewDifferencesMayBeChance(int broken, int fixed, boolean significant) {
        assertThat(new McNemar(broken, fixed).isSignificant()).isEqualTo(significant);
    }
}
