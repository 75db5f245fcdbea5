package ai.rhesis.backend.metric.assertion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often each sequence of `n` words occurs in a text.
record NGrams(Map<List<String>, Integer> counts, int total) {

    static NGrams of(List<String> words, int n) {
        Map<List<String>, Integer> counts = new HashMap<>();
        int total = Math.max(0, words.size() - n + 1);
        for (int begin = 0; begin < total; begin++) {
            counts.merge(words.subList(begin, begin + n), 1, Integer::sum);
        }
        return new NGrams(counts, total);
    }

    /// How many occurrences both have, each counted once in each.
    int overlap(NGrams other) {
        return overlap(List.of(other));
    }

    /// How many occurrences at least one of the others has, each as often as the one that has it most.
    int overlap(List<NGrams> others) {
        return counts.entrySet().stream()
                .mapToInt(gram -> Math.min(
                        gram.getValue(),
                        others.stream()
                                .mapToInt(other -> other.counts.getOrDefault(gram.getKey(), 0))
                                .max()
                                .orElse(0)))
                .sum();
    }
}
