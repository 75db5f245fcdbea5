package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.platform.statistics.Power;
import ai.rhesis.backend.platform.statistics.Significance;
import org.jspecify.annotations.Nullable;

/// The question put to a comparison: false alarms and side, the loss that is tolerated, the change to be detected.
public record Parameters(
        Significance significance,
        @Nullable Double margin,
        @Nullable Double detect) {

    public static final Parameters DEFAULT =
            new Parameters(Significance.twoSided(Significance.DEFAULT_ALPHA), null, null);

    public Parameters {
        requireFraction("margin", margin);
        requireFraction("detect", detect);
    }

    public Parameters withAlternative(Alternative alternative) {
        return new Parameters(new Significance(significance.alpha(), alternative), margin, detect);
    }

    public Parameters withMargin(@Nullable Double margin) {
        return new Parameters(significance, margin, detect);
    }

    /// Returns the change for which `tests_needed` is given: the one asked for, else the margin, else 0.05.
    public double detected() {
        if (detect != null) {
            return detect;
        }
        return margin == null ? Power.DEFAULT_DETECT : margin;
    }

    private static void requireFraction(String name, @Nullable Double value) {
        if (value != null && !(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is 0 < " + name + " < 1");
        }
    }
}
