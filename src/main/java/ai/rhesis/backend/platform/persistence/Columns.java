package ai.rhesis.backend.platform.persistence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of many objects as arrays, which a statement takes that writes many rows at once.
public final class Columns {

    private Columns() {}

    public static <T> @Nullable UUID[] uuids(List<T> rows, Function<T, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    public static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    public static <T> @Nullable Integer[] numbers(List<T> rows, Function<T, @Nullable Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    public static <T> @Nullable Long[] longs(List<T> rows, Function<T, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    /// Returns moments in microseconds since 1970, which is as exact as the database keeps them.
    public static <T> @Nullable Long[] micros(List<T> rows, Function<T, Instant> value) {
        return longs(rows, row -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)));
    }

    public static <T> @Nullable Double[] decimals(List<T> rows, Function<T, @Nullable Double> value) {
        return rows.stream().map(value).toArray(Double[]::new);
    }

    public static <T> @Nullable Boolean[] truths(List<T> rows, Function<T, @Nullable Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    /// Creates ids for as many new rows.
    public static UUID[] newIds(int count) {
        return Stream.generate(BaseEntity::newId).limit(count).toArray(UUID[]::new);
    }

    /// Creates short ids for as many new rows.
    public static String[] newNanoIds(int count) {
        return Stream.generate(NanoIds::next).limit(count).toArray(String[]::new);
    }
}
