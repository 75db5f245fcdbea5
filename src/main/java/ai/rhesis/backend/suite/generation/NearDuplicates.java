package ai.rhesis.backend.suite.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The texts that are there already, to tell what says the same again. Two texts do where three quarters of their
/// trigrams, as PostgreSQL's `pg_trgm` forms them, are the same: in a short sentence one word may differ.
final class NearDuplicates {

    static final double MIN_SIMILARITY = 0.75;

    private static final int MAX_TEXTS = 2_000;
    private static final int MAX_LENGTH = 2_000;

    private final List<int[]> known = new ArrayList<>();

    /// Adds a text unless it says what another does.
    ///
    /// @return whether it was added
    boolean add(String text) {
        int[] trigrams = trigrams(text);
        if (known.stream().anyMatch(other -> areNear(trigrams, other))) {
            return false;
        }
        known.add(trigrams);
        return true;
    }

    /// Adds a text that is there, whatever it says.
    void know(String text) {
        if (known.size() < MAX_TEXTS) {
            known.add(trigrams(text));
        }
    }

    /// Returns the share of the trigrams that two texts have in common among those that either has.
    static double similarity(String one, String other) {
        return similarity(trigrams(one), trigrams(other));
    }

    private static boolean areNear(int[] one, int[] other) {
        int shorter = Math.min(one.length, other.length);
        int longer = Math.max(one.length, other.length);
        // of such lengths, no two are near, and the common trigrams need not be counted
        return shorter >= longer * MIN_SIMILARITY && similarity(one, other) >= MIN_SIMILARITY;
    }

    private static double similarity(int[] one, int[] other) {
        int shared = shared(one, other);
        int all = one.length + other.length - shared;
        return all == 0 ? 1 : shared / (double) all;
    }

    private static int shared(int[] one, int[] other) {
        int count = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                count++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    private static int[] trigrams(String text) {
        String words = text.substring(0, Math.min(text.length(), MAX_LENGTH))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return words.isEmpty()
                ? new int[0]
                : Arrays.stream(words.split(" "))
                        .flatMapToInt(NearDuplicates::ofWord)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    private static IntStream ofWord(String word) {
        String padded = "  " + word + " ";
        return IntStream.range(0, padded.length() - 2)
                .map(place -> padded.substring(place, place + 3).hashCode());
    }
}
