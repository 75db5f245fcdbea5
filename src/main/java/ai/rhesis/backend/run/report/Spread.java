package ai.rhesis.backend.run.report;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The distribution of a whole number over results: the count between its steps, and the values that half, 95 % and
/// all stay within.
///
/// @param counts how many lie below step `i` and not below the one before; the last counts what lies beyond all
/// steps
record Spread(long[] counts, long median, long percentile95, long largest, long total) {

    private static final int MAX_STEPS = 64;

    /// @param rows the whole first, then one row for each step that has any
    static Spread of(List<Row> rows) {
        Row all = rows.getFirst();
        long[] counts = new long[MAX_STEPS];
        rows.stream().skip(1).filter(row -> row.step() != null).forEach(row -> counts[row.place()] = row.results());
        return new Spread(
                counts, all.within().get(0), all.within().get(1), all.within().get(2), all.total());
    }

    /// Returns the steps from the first to the last that have any, each with its count.
    int[] used() {
        int first = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .findFirst()
                .orElse(0);
        int last = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(first, last).toArray();
    }

    long highest() {
        return IntStream.of(used()).mapToLong(i -> counts[i]).max().orElse(0);
    }

    /// One row as the database answers it; the whole has no step.
    record Row(@Nullable Integer step, long results, List<Long> within, long total) {

        int place() {
            return step == null ? 0 : step;
        }
    }
}
