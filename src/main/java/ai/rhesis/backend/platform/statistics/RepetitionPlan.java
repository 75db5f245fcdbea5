package ai.rhesis.backend.platform.statistics;

/// The tests and the repetitions of each that a comparison of two runs is planned with.
///
/// k repetitions leave ψ - 2w(1 - 1/k) of the variation of a difference, with ψ and w of `Variation`.
public record RepetitionPlan(long tests, int repetitions, boolean enough) {

    public static final int MAX_REPETITIONS = 20;

    /// Plans one repetition where the tests at hand suffice or no number of repetitions helps, else the fewest at
    /// which they do.
    public static RepetitionPlan of(long atHand, Variation variation, double change, Power power) {
        long tests = power.testsNeeded(variation.discordance(), change);
        if (tests <= atHand) {
            return new RepetitionPlan(tests, 1, true);
        }
        for (int k = 2; k <= MAX_REPETITIONS; k++) {
            double variance = variation.afterRepetitions(k);
            if (power.testsNeeded(1, Math.sqrt(variance), change) <= atHand) {
                return new RepetitionPlan(tests, k, true);
            }
        }
        return new RepetitionPlan(tests, 1, false);
    }

    /// The variation of the difference of two single outcomes.
    ///
    /// @param discordance ψ, the whole of it
    /// @param within w, half of what is chance within the tests: the mean of c(n-c)/(n(n-1)) over tests with n
    /// repetitions and c passes
    public record Variation(double discordance, double within) {

        double afterRepetitions(int k) {
            return Math.max(0, discordance - 2 * within * (1 - 1.0 / k));
        }
    }
}
