package ai.rhesis.backend.platform.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The labelled pairs of a queue: people's difference, the judge's, and the weight 1/π by which the pair was
/// drawn.
public record LabelledPairs(double[] people, double[] judge, double[] weights) {

    /// Pairs drawn with the same probability.
    public static LabelledPairs uniform(double[] people, double[] judge) {
        return new LabelledPairs(
                people,
                judge,
                IntStream.range(0, people.length).mapToDouble(i -> 1).toArray());
    }

    int n() {
        return people.length;
    }

    double covariance() {
        double h = Moments.of(people).mean();
        double f = Moments.of(judge).mean();
        double products = 0;
        for (int i = 0; i < n(); i++) {
            products += (people[i] - h) * (judge[i] - f);
        }
        return products / (n() - 1);
    }

    /// Computes, for each pair, the verdict of people minus λ times that of the judge.
    double[] beyond(double lambda) {
        return IntStream.range(0, n())
                .mapToDouble(i -> people[i] - lambda * judge[i])
                .toArray();
    }

    double weightedMean(double[] values) {
        double sum = 0;
        for (int i = 0; i < n(); i++) {
            sum += weights[i] * values[i];
        }
        return sum / Arrays.stream(weights).sum();
    }

    /// Returns the residuals of the weighted mean in linear form: n times the normalised weight, times the distance.
    double[] linearised(double[] values, double mean) {
        double scale = n() / Arrays.stream(weights).sum();
        return IntStream.range(0, n())
                .mapToDouble(i -> weights[i] * scale * (values[i] - mean))
                .toArray();
    }
}
