package ai.rhesis.backend.platform.persistence;

import java.util.List;
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
}
