package ai.rhesis.backend.platform.statistics;

/// The pairs of two runs by outcome: how many there are, how many improved, how many regressed.
public record PairedOutcomes(long n, long improved, long regressed) {

    public PairedOutcomes {
        if (improved < 0 || regressed < 0 || improved + regressed > n) {
            throw new IllegalArgumentException(
                    "%d improved and %d regressed don't fit in %d pairs".formatted(improved, regressed, n));
        }
    }

    /// Counts the signs of differences.
    public static PairedOutcomes of(double... differences) {
        long improved = 0;
        long regressed = 0;
        for (double d : differences) {
            improved += d > 0 ? 1 : 0;
            regressed += d < 0 ? 1 : 0;
        }
        return new PairedOutcomes(differences.length, improved, regressed);
    }

    long discordant() {
        return improved + regressed;
    }

    long unchanged() {
        return n - discordant();
    }

    /// Returns the change of the pass rate.
    double delta() {
        return (double) (improved - regressed) / n;
    }

    /// Returns the share of discordant pairs ψ, drawn away from 0, at which no size of a sample could be told.
    public double discordance() {
        return (discordant() + 1.0) / (n + 2.0);
    }

    /// Returns the moments of the differences, each of which is -1, 0 or 1.
    public Moments moments() {
        double mean = n == 0 ? 0 : delta();
        double squares =
                improved * (1 - mean) * (1 - mean) + regressed * (1 + mean) * (1 + mean) + unchanged() * mean * mean;
        return new Moments(n, mean, squares);
    }
}
