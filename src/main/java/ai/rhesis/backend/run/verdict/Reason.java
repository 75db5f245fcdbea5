package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.Interval;
import ai.rhesis.backend.platform.statistics.PairedResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The sentence that says why a decision is as it is, with its figures in points of the pass rate.
record Reason(@Nullable PairedResult test, Flags flags, Parameters parameters) {

    private static final double MIN_SHOWN = 0.001;

    String sentence() {
        if (test == null) {
            return "No test was paired, so nothing can be told.";
        }
        return finding() + " " + figures(test) + ".";
    }

    private String finding() {
        return switch (flags.conclusion()) {
            case BETTER -> "The pass rate rose, by more than chance explains:";
            case WORSE -> "The pass rate fell, by more than chance explains:";
            case NOT_WORSE ->
                flags.worse()
                        ? "The pass rate fell, by more than chance explains, but the loss is within the margin of %s points:"
                                .formatted(margin())
                        : "A loss of %s points or more is ruled out:".formatted(margin());
            case CANNOT_TELL -> undecided();
        };
    }

    private String undecided() {
        if (Verdicts.better(test, parameters.significance())) {
            return "The pass rate rose only because tests ended in error; without them chance explains the difference:";
        }
        if (Verdicts.notWorse(test, parameters.margin())) {
            return "A loss of %s points or more is ruled out only with tests that ended in error; without them it is not:"
                    .formatted(margin());
        }
        return switch (parameters.significance().alternative()) {
            case TWO_SIDED -> "Chance explains the difference:";
            case WORSE -> "No loss is proven, and a gain was not asked for:";
            case BETTER -> "No gain is proven, and a loss was not asked for:";
        };
    }

    private String figures(PairedResult test) {
        Interval ci = test.ci();
        String p = test.p() < MIN_SHOWN ? "p < " + MIN_SHOWN : "p = " + format("%.3f", test.p());
        String interval = ci == null
                ? "no interval of one pair"
                : "%s %% interval %s to %s"
                        .formatted(
                                plain("%.2f", 100 * parameters.significance().level()),
                                points(ci.lo()),
                                points(ci.hi()));
        return "%s points (%s, %s)".formatted(points(test.delta()), interval, p);
    }

    private String margin() {
        return parameters.margin() == null ? "0" : plain("%.1f", 100 * parameters.margin());
    }

    /// Writes a number without zeros behind the point.
    private static String plain(String format, double value) {
        return format(format, value).replaceFirst("\\.?0+$", "");
    }

    private static String points(double fraction) {
        return format("%+.1f", 100 * fraction).replaceFirst("^[+-](0\\.0)$", "$1");
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
