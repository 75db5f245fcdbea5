package ai.rhesis.backend.platform.statistics;

import java.util.Arrays;

/// The wealth of 20 bets that the mean of differences lies above, or below, a value Λ: mean over k of Π(1 ± λ_k·(d
/// - Λ)/(1 + |Λ|)), λ_k = (k - ½)/20 (Waudby-Smith, Ramdas 2023).
///
/// If the mean is Λ, the wealth ever reaches 1/α with a probability of at most α, however often one looks (Ville
/// 1939). It is kept as logarithms: products of thousands leave the range of a double.
final class Bets {

    static final int COUNT = 20;

    private final double lambda;
    private final double side;
    private final double[] logarithms = new double[COUNT];

    private Bets(double lambda, double side) {
        this.lambda = lambda;
        this.side = side;
    }

    static Bets above(double lambda) {
        return new Bets(lambda, 1);
    }

    static Bets below(double lambda) {
        return new Bets(lambda, -1);
    }

    /// Plays a difference in [-1, 1] as often as it came.
    Bets play(double difference, long times) {
        double gain = side * (difference - lambda) / (1 + Math.abs(lambda));
        for (int k = 0; k < COUNT && gain != 0; k++) {
            logarithms[k] += times * Math.log1p((k + 0.5) / COUNT * gain);
        }
        return this;
    }

    double wealth() {
        double highest = Arrays.stream(logarithms).max().orElseThrow();
        double sum = Arrays.stream(logarithms).map(l -> Math.exp(l - highest)).sum();
        return Math.exp(highest) * sum / COUNT;
    }
}
