package ai.rhesis.backend.metric.assertion;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// BLEU of Papineni et al., "BLEU: a Method for Automatic Evaluation of Machine Translation", 2002: the geometric
/// mean of the clipped precisions of 1 to 4 words, and a penalty for brevity.
///
/// As in promptfoo, orders that the text is too short for are left out, and a precision of 0 counts as 1e-7.
final class Bleu {

    private static final int MAX_ORDER = 4;
    private static final double SMALLEST = 1e-7;

    private Bleu() {}

    static double score(List<String> words, List<List<String>> references) {
        int orders = Math.min(MAX_ORDER, words.size());
        if (orders == 0) {
            return 0;
        }
        double sum = 0;
        for (int n = 1; n <= orders; n++) {
            sum += Math.log(Math.max(SMALLEST, precision(words, references, n)));
        }
        return brevityPenalty(words.size(), references) * Math.exp(sum / orders);
    }

    private static double precision(List<String> words, List<List<String>> references, int n) {
        NGrams grams = NGrams.of(words, n);
        List<NGrams> ofReferences =
                references.stream().map(reference -> NGrams.of(reference, n)).toList();
        return (double) grams.overlap(ofReferences) / grams.total();
    }

    /// Compares with the reference closest in length, of two the shorter.
    private static double brevityPenalty(int length, List<List<String>> references) {
        Stream<Integer> lengths = references.stream().map(List::size);
        int closest = lengths.min(Comparator.<Integer>comparingInt(other -> Math.abs(other - length))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(length);
        return length > closest ? 1 : Math.exp(1 - (double) closest / length);
    }
}
