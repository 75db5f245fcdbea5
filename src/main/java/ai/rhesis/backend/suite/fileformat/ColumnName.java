package ai.rhesis.backend.suite.fileformat;

import java.util.Locale;

/// The normal form of column names, whichever way people write them.
public final class ColumnName {

    private ColumnName() {}

    /// Normalizes a name: `Expected answer`, `expected-answer` and `expectedAnswer` all become `expected_answer`.
    public static String normalized(String name) {
        return name.strip()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "_");
    }

    /// Answers the normalized name of a part of an object, as that of `input.question`.
    public static String ofLastPart(String header) {
        return normalized(header.substring(header.lastIndexOf('.') + 1));
    }
}
