package ai.rhesis.backend.platform.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The change that a test of paired runs looks for.
public enum Alternative {
    TWO_SIDED,
    WORSE,
    BETTER;

    /// Finds the alternative of a word such as `two_sided`.
    public static Optional<Alternative> named(String word) {
        return Arrays.stream(values())
                .filter(one -> one.toString().equals(word))
                .findFirst();
    }

    /// Returns the words of all alternatives.
    public static List<String> words() {
        return Arrays.stream(values()).map(Alternative::toString).toList();
    }

    /// Returns the word that clients know, such as `two_sided`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
