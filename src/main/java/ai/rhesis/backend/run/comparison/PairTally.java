package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.PairedOutcomes;
import ai.rhesis.backend.platform.statistics.SignedRanks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The counts of how often two values of the runs met in the pairs of one group, and these pairs by cluster.
final class PairTally {

    private final @Nullable String name;
    private final List<Met> all = new ArrayList<>();
    private @Nullable SummedPairs sums;
    private @Nullable Clusters clusters;

    PairTally(@Nullable String name) {
        this.name = name;
    }

    /// Adds a row of counts: two values that met in `n` pairs, or behind all of these clusters.
    void add(ResultSet row) throws SQLException {
        if (row.getInt("is_cluster") == 0) {
            add(row.getDouble("c"), row.getDouble("b"), row.getLong("n"));
        } else {
            clusters = SampleRows.and(clusters, sums().moments(), row);
        }
    }

    /// Adds pairs in which two values met.
    void add(double candidate, double baseline, long times) {
        all.add(new Met(candidate, baseline, times));
    }

    PairedGroup group() {
        return new PairedGroup(sums(), clusters);
    }

    private SummedPairs sums() {
        if (sums == null) {
            sums = sum();
        }
        return sums;
    }

    private SummedPairs sum() {
        long n = all.stream().mapToLong(Met::times).sum();
        double mean = mean(n, Met::difference);
        double squares = n * mean(n, met -> (met.difference() - mean) * (met.difference() - mean));
        return new SummedPairs(
                name,
                new PairedOutcomes(n, count(1), count(-1)),
                new Moments(n, mean, squares),
                n < SignedRanks.MIN_PAIRS_FOR_T ? differences() : List.of(),
                mean(n, Met::candidate),
                mean(n, Met::baseline));
    }

    private double mean(long n, ToDoubleFunction<Met> value) {
        double sum = all.stream()
                .mapToDouble(met -> met.times() * value.applyAsDouble(met))
                .sum();
        return n == 0 ? 0 : sum / n;
    }

    private long count(int sign) {
        return all.stream()
                .filter(met -> Math.signum(met.difference()) == sign)
                .mapToLong(Met::times)
                .sum();
    }

    private List<Double> differences() {
        return all.stream()
                .flatMap(met -> Collections.nCopies((int) met.times(), met.difference()).stream())
                .toList();
    }

    /// A value of the candidate and one of the baseline, and in how many pairs they met.
    private record Met(double candidate, double baseline, long times) {

        double difference() {
            return candidate - baseline;
        }
    }
}
