package ai.rhesis.backend.metric.assertion;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;
import tools.jackson.databind.node.ArrayNode;

/// The closeness of an output to a text, or to the closest of several.
final class Similarity {

    static final double DEFAULT_DISTANCE = 5;
    static final double DEFAULT_ROUGE = 0.75;
    static final double DEFAULT_BLEU = 0.5;

    private static final int MAX_EDIT_LENGTH = 100_000;
    private static final int MAX_REFERENCES = 100;

    private Similarity() {}

    /// Counts the least number of characters inserted, deleted or replaced.
    static Check levenshtein(Terms terms) {
        String value = terms.requiredValue();
        double maxDistance = terms.thresholdOr(DEFAULT_DISTANCE);
        return Check.ofText(output -> {
            int distance = distance(output, value, maxDistance);
            boolean isNear = distance >= 0 && distance <= maxDistance;
            return AssertionResult.of(
                    isNear,
                    isNear
                            ? "%d edits apart".formatted(distance)
                            : "More than %s edits apart".formatted(OutputText.plain(maxDistance)));
        });
    }

    /// Counts the edits up to the bound, beyond it -1. Only the band of the table is filled that the bound allows.
    private static int distance(String output, String value, double maxDistance) {
        int maxLength = Math.max(output.length(), value.length());
        int bound = (int) Math.clamp(maxDistance, 0, maxLength);
        if (maxLength - Math.min(output.length(), value.length()) > bound) {
            return -1;
        }
        if (maxLength > MAX_EDIT_LENGTH) {
            throw UnjudgeableException.tooComplex(
                    "A text to count edits of has more than %,d characters".formatted(MAX_EDIT_LENGTH));
        }
        AssertionBudget.spend((long) (bound + 1) * maxLength);
        return new LevenshteinDistance(bound).apply(output, value);
    }

    /// Computes the harmonic mean of precision and recall of single tokens, in their case.
    static Check rouge(Terms terms) {
        NGrams reference = NGrams.of(TreebankTokens.of(AssertionBudget.read(terms.requiredValue())), 1);
        return Check.ofText(output -> {
            NGrams grams = NGrams.of(TreebankTokens.of(AssertionBudget.read(output)), 1);
            double both = grams.total() + reference.total();
            return terms.score("ROUGE-1", both == 0 ? 0 : 2 * grams.overlap(reference) / both, DEFAULT_ROUGE);
        });
    }

    static Check bleu(Terms terms) {
        List<List<String>> references =
                references(terms).stream().map(Similarity::words).toList();
        return Check.ofText(output -> terms.score("BLEU", Bleu.score(words(output), references), DEFAULT_BLEU));
    }

    static Check gleu(Terms terms) {
        List<List<String>> references =
                references(terms).stream().map(Similarity::unstoppedWords).toList();
        return Check.ofText(
                output -> terms.score("GLEU", Gleu.score(unstoppedWords(output), references), DEFAULT_BLEU));
    }

    /// Reads a JSON array as several references, and any other text as one.
    private static List<String> references(Terms terms) {
        String value = AssertionBudget.read(terms.requiredValue());
        List<String> references = JsonTexts.parse(value) instanceof ArrayNode array && !array.isEmpty()
                ? ValueList.ofArray(array)
                : List.of(value);
        if (references.size() > MAX_REFERENCES) {
            throw UnjudgeableException.tooComplex(
                    "There are more than %d texts to compare with".formatted(MAX_REFERENCES));
        }
        return references;
    }

    private static List<String> words(String text) {
        return OutputText.words(OutputText.lower(AssertionBudget.read(text)));
    }

    private static List<String> unstoppedWords(String text) {
        return words(text).stream().map(Similarity::unstopped).toList();
    }

    private static String unstopped(String word) {
        int end = word.length();
        while (end > 0 && word.charAt(end - 1) == '.') {
            end--;
        }
        return word.substring(0, end);
    }
}
