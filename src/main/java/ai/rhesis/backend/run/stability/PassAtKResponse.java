package ai.rhesis.backend.run.stability;

import ai.rhesis.backend.platform.statistics.Estimate;
import ai.rhesis.backend.platform.statistics.PassAtK;
import ai.rhesis.backend.platform.statistics.Repeated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The chances that repetitions of a run's tests pass.
///
/// @param tests how many tests of the run have a result, without those in quarantine
record PassAtKResponse(long tests, List<AtK> k) {

    static PassAtKResponse of(List<Integer> values, List<Repeated> tests) {
        return new PassAtKResponse(
                tests.stream().mapToLong(Repeated::tests).sum(),
                values.stream().distinct().map(k -> AtK.of(k, tests)).toList());
    }

    /// Both chances for one k; null where no test was repeated so often.
    ///
    /// @param passAtK that at least one of k repetitions passes
    /// @param passHatK that all of them pass
    record AtK(int k, @Nullable Figure passAtK, @Nullable Figure passHatK) {

        static AtK of(int k, List<Repeated> tests) {
            PassAtK estimate = PassAtK.of(k, tests);
            return estimate == null
                    ? new AtK(k, null, null)
                    : new AtK(k, Figure.of(estimate.any()), Figure.of(estimate.all()));
        }
    }

    /// A share with its interval at 95 %.
    record Figure(double value, List<Double> ci) {

        static Figure of(Estimate estimate) {
            return new Figure(
                    estimate.value(), List.of(estimate.ci().lo(), estimate.ci().hi()));
        }
    }
}
