package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Power;
import org.jspecify.annotations.Nullable;

/// The least change that these pairs detect four times of five, and the pairs at which the change asked for is
/// detected.
public record Foresight(@Nullable Double mde, @Nullable Long testsNeeded) {

    static final Foresight NONE = new Foresight(null, null);

    static Foresight of(PairedSample sample, PairedResult test, Parameters parameters) {
        return switch (test.method()) {
            case E_PROCESS -> NONE;
            case MCNEMAR_MIDP -> ofOutcomes(sample.signs(), parameters);
            default -> ofMeans(sample.moments().n(), test, parameters);
        };
    }

    private static Foresight ofOutcomes(PairedOutcomes outcomes, Parameters parameters) {
        Power power = Power.of(parameters.significance());
        double discordance = outcomes.discordance();
        Double margin = parameters.margin();
        return new Foresight(
                power.detectable(outcomes.n(), discordance),
                margin == null
                        ? power.testsNeeded(discordance, parameters.detected())
                        : power.testsNeededForMargin(discordance, margin));
    }

    private static Foresight ofMeans(long n, PairedResult test, Parameters parameters) {
        if (test.standardError() == null || test.df() == null) {
            return NONE;
        }
        Power power = Power.of(parameters.significance());
        return new Foresight(
                power.detectable(test.standardError(), test.df()),
                power.testsNeeded(n, test.standardError(), parameters.detected()));
    }
}
