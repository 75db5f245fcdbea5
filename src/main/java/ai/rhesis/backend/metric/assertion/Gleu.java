package ai.rhesis.backend.metric.assertion;

import java.util.List;
import java.util.stream.IntStream;

/// GLEU of Wu et al., "Google's Neural Machine Translation System", 2016: of all sequences of 1 to 4 words the
/// smaller of precision and recall; of several references the best.
final class Gleu {

    private static final int MAX_ORDER = 4;

    private Gleu() {}

    static double score(List<String> words, List<List<String>> references) {
        return references.stream()
                .mapToDouble(reference -> closeness(grams(words), grams(reference)))
                .max()
                .orElse(0);
    }

    private static double closeness(List<NGrams> grams, List<NGrams> ofReference) {
        int matches = 0;
        for (int order = 0; order < MAX_ORDER; order++) {
            matches += grams.get(order).overlap(ofReference.get(order));
        }
        return matches == 0 ? 0 : (double) matches / Math.max(total(grams), total(ofReference));
    }

    private static List<NGrams> grams(List<String> words) {
        return IntStream.rangeClosed(1, MAX_ORDER)
                .mapToObj(n -> NGrams.of(words, n))
                .toList();
    }

    private static int total(List<NGrams> grams) {
        return grams.stream().mapToInt(NGrams::total).sum();
    }
}
