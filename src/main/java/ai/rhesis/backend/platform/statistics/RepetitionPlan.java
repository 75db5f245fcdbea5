package ai.rhesis.backend.platform.statistics;

/// The tests and the repetitions of each that a comparison of two runs is planned with.
///
/// The difference of two single outcomes varies by ψ, of which 2·w is chance within the tests: w is the mean of
/// c(n-c)/(n(n-1)) over tests with n repetitions and c passes. k repetitions leave ψ - 2w(1 - 1/k) of it.
public record RepetitionPlan(long tests, int repetitions, boolean enough) {

    public static final int MAX_REPETITIONS = 20;

    /// Plans one repetition where the tests at hand suffice or no number of repetitions helps, else the fewest at
    /// which they do.
    public static RepetitionPlan of(long atHand, double discordance, double within, double change, Power power) {
        long tests = power.testsNeeded(discordance, change);
        if (tests <= atHand) {
            return new RepetitionPlan(tests, 1, true);
        }
        for (int k = 2; k <= MAX_REPETITIONS; k++) {
            double variance = Math.max(0, discordance - 2 * within * (1 - 1.0 / k));
            if (power.testsNeeded(1, Math.sqrt(variance), change) <= atHand) {
                return new RepetitionPlan(tests, k, true);
            }
        }
        return new RepetitionPlan(tests, 1, false);
    }
}
