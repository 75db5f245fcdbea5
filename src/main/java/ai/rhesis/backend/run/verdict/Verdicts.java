package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.platform.statistics.Interval;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Significance;
import org.jspecify.annotations.Nullable;

/// The rules by which two paired runs are called better, not worse, worse, or not to be told apart.
public final class Verdicts {

    private Verdicts() {}

    /// Decides about all pairs, with errors as losses. `withoutErrors` are the pairs in which neither test ended in
    /// error: better and not worse must hold in them too, or failing calls of the baseline would speak for the
    /// candidate.
    public static Decision decide(PairedSample all, PairedSample withoutErrors, Parameters parameters) {
        PairedResult test = PairedMethods.test(all, parameters.significance());
        PairedResult clean = PairedMethods.test(withoutErrors, parameters.significance());
        Flags flags = flags(test, clean, parameters);
        return new Decision(
                flags.conclusion(),
                flags,
                new Reason(test, flags, parameters).sentence(),
                test,
                clean,
                test == null ? Foresight.NONE : Foresight.of(all, test, parameters));
    }

    private static Flags flags(@Nullable PairedResult test, @Nullable PairedResult clean, Parameters parameters) {
        Significance significance = parameters.significance();
        return new Flags(
                better(test, significance) && better(clean, significance),
                worse(test, significance),
                notWorse(test, parameters.margin()) && notWorse(clean, parameters.margin()));
    }

    static boolean better(@Nullable PairedResult test, Significance significance) {
        if (test == null || test.ci() == null || significance.alternative() == Alternative.WORSE) {
            return false;
        }
        return test.p() <= significance.alpha() && test.ci().lo() > 0;
    }

    static boolean worse(@Nullable PairedResult test, Significance significance) {
        if (test == null || test.ci() == null || significance.alternative() == Alternative.BETTER) {
            return false;
        }
        return test.p() <= significance.alpha() && test.ci().hi() < 0;
    }

    /// Tells whether the interval ends within the margin; a large p proves nothing.
    static boolean notWorse(@Nullable PairedResult test, @Nullable Double margin) {
        Interval ci = test == null ? null : test.ci();
        return ci != null && margin != null && ci.lo() > -margin;
    }
}
