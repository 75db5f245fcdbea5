package ai.rhesis.backend.metric.assertion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The occurrences of each sequence of `n` words in a text.
record NGrams(Map<Gram, Integer> counts, int total) {

    static NGrams of(List<String> words, int n) {
        Map<Gram, Integer> counts = new HashMap<>();
        int total = Math.max(0, words.size() - n + 1);
        for (int begin = 0; begin < total; begin++) {
            AssertionBudget.spend(n);
            counts.merge(new Gram(words.subList(begin, begin + n)), 1, Integer::sum);
        }
        return new NGrams(counts, total);
    }

    /// Counts the occurrences that both have, each once in each.
    int overlap(NGrams other) {
        return overlap(List.of(other));
    }

    /// Counts the occurrences that at least one of the others has, each as often as the one that has it most.
    int overlap(List<NGrams> others) {
        int overlap = 0;
        for (Map.Entry<Gram, Integer> gram : counts.entrySet()) {
            AssertionBudget.spend(1 + others.size());
            overlap += Math.min(gram.getValue(), maxCount(gram.getKey(), others));
        }
        return overlap;
    }

    private static int maxCount(Gram gram, List<NGrams> others) {
        int maxCount = 0;
        for (NGrams other : others) {
            maxCount = Math.max(maxCount, other.counts.getOrDefault(gram, 0));
        }
        return maxCount;
    }

    /// A sequence of words. Its order keeps a map fast whose keys have one hash, as a target may choose them.
    private record Gram(List<String> words) implements Comparable<Gram> {

        @Override
        public int compareTo(Gram other) {
            int difference = Integer.compare(words.size(), other.words.size());
            for (int place = 0; difference == 0 && place < words.size(); place++) {
                difference = words.get(place).compareTo(other.words.get(place));
            }
            return difference;
        }
    }
}
