package ai.rhesis.backend.suite.bulk;

import java.util.List;
import java.util.stream.IntStream;

/// Batches of rows, one for each statement.
final class Batches {

    private static final int SIZE = 1_000;

    private Batches() {}

    static <T> List<List<T>> of(List<T> rows) {
        return IntStream.iterate(0, start -> start < rows.size(), start -> start + SIZE)
                .mapToObj(start -> rows.subList(start, Math.min(start + SIZE, rows.size())))
                .toList();
    }
}
