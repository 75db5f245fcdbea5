package ai.rhesis.backend.portal.explorer.suggestion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The order of embedded texts by how much each differs from all: 1 less the cosine between it and the mean of
/// the directions of all, the largest first. Texts without an embedding come last and have no score.
///
/// @param order the places of the texts
/// @param scores of the texts in that order
record Diversity(List<Integer> order, List<@Nullable Double> scores) {

    private static final double MIN_LENGTH = 1e-12;

    /// Orders texts by their vectors. Vectors of different lengths can't be compared: then the order stays.
    static Diversity of(List<? extends @Nullable List<Double>> vectors) {
        List<@Nullable Double> scores = comparable(vectors)
                ? scores(vectors)
                : new ArrayList<>(Collections.nCopies(vectors.size(), (@Nullable Double) null));
        List<Integer> order = IntStream.range(0, vectors.size())
                .boxed()
                .sorted(Comparator.comparing(scores::get, Comparator.nullsLast(Comparator.<Double>reverseOrder())))
                .toList();
        List<@Nullable Double> ordered = new ArrayList<>();
        order.forEach(place -> ordered.add(scores.get(place)));
        return new Diversity(order, ordered);
    }

    private static boolean comparable(List<? extends @Nullable List<Double>> vectors) {
        return vectors.stream()
                        .filter(Objects::nonNull)
                        .mapToInt(List::size)
                        .distinct()
                        .count()
                == 1;
    }

    private static List<@Nullable Double> scores(List<? extends @Nullable List<Double>> vectors) {
        List<double @Nullable []> directions =
                vectors.stream().<double @Nullable []>map(Diversity::direction).toList();
        double[] mean = mean(directions.stream().filter(Objects::nonNull).toList());
        List<@Nullable Double> scores = new ArrayList<>();
        directions.forEach(direction -> scores.add(direction == null ? null : 1 - product(direction, mean)));
        return scores;
    }

    private static double @Nullable [] direction(@Nullable List<Double> vector) {
        return vector == null
                ? null
                : ofLengthOne(vector.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] mean(List<double[]> directions) {
        double[] sum = new double[directions.getFirst().length];
        directions.forEach(direction -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += direction[i] / directions.size();
            }
        });
        return ofLengthOne(sum);
    }

    private static double[] ofLengthOne(double[] vector) {
        double length = Math.max(MIN_LENGTH, Math.sqrt(product(vector, vector)));
        double[] direction = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] / length;
        }
        return direction;
    }

    private static double product(double[] one, double[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
