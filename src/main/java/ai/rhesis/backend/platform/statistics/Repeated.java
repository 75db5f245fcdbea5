package ai.rhesis.backend.platform.statistics;

/// A number of tests that were repeated equally often and passed equally often.
public record Repeated(int repetitions, int passes, long tests) {

    /// Returns the chance that at least one of k repetitions, drawn from those at hand, passes: 1 - C(n-c, k)/C(n,
    /// k).
    double atLeastOne(int k) {
        return 1 - share(repetitions - passes, k);
    }

    /// Returns the chance that all k pass: C(c, k)/C(n, k).
    double all(int k) {
        return share(passes, k);
    }

    private double share(int of, int k) {
        double share = 1;
        for (int i = 0; i < k; i++) {
            share *= Math.max(0.0, of - i) / (repetitions - i);
        }
        return share;
    }
}
