package ai.rhesis.backend.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// Batches of rows, one for each statement or transaction.
public final class Batches {

    private Batches() {}

    /// Divides the rows, in their order, into batches of a size; the last one can be smaller.
    public static <T> List<List<T>> of(List<T> rows, int size) {
        return IntStream.iterate(0, start -> start < rows.size(), start -> start + size)
                .mapToObj(start -> rows.subList(start, Math.min(start + size, rows.size())))
                .toList();
    }

    /// Divides the rows, in their order, into batches that weigh at most so much. What weighs more by itself is a batch
    /// of its own.
    public static <T> List<List<T>> within(long maxWeight, List<T> rows, ToLongFunction<T> weight) {
        List<List<T>> batches = new ArrayList<>();
        long room = 0;
        for (T row : rows) {
            long taken = weight.applyAsLong(row);
            if (batches.isEmpty() || taken > room) {
                batches.add(new ArrayList<>());
                room = maxWeight;
            }
            batches.getLast().add(row);
            room -= taken;
        }
        return batches;
    }
}
