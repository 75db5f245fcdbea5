package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.platform.compute.BudgetedText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Words and punctuation as the Penn Treebank separates them: `can't` is `ca` and `n't`, a comma is a token of its own
/// unless it is within a number, and a full stop is one at the end of a sentence.
final class TreebankTokens {

    private record Rule(Pattern pattern, String replacement) {

        static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern), replacement);
        }

        String applyTo(String text) {
            return pattern.matcher(new BudgetedText(text, AssertionBudget.budget()))
                    .replaceAll(replacement);
        }
    }

    // A full stop of an abbreviation or of initials ends no sentence when more follows in small letters or at all.
    private static final String ABBREVIATION =
            "(?<!\\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|vs|etc|e\\.g|i\\.e|approx|No|Fig|Inc|Ltd|Co))";
    private static final String INITIALS = "(?<!\\b[A-Za-z]\\.[A-Za-z])(?<!(?:^|\\s)[A-Z])";

    private static final List<Rule> RULES = List.of(
            Rule.of("(^|[\\s(\\[{<])\"", "$1 `` "),
            Rule.of("\"", " '' "),
            Rule.of("\\.{3}", " ... "),
            Rule.of("[:,](?!\\d)", " $0 "),
            Rule.of("[;@#$%&?!\\[\\](){}<>]", " $0 "),
            Rule.of("--", " -- "),
            Rule.of("(?<![.\\s])" + INITIALS + "\\.(?=[\\s'\\])}>]*$)", " . "),
            Rule.of("(?<![.\\s])" + ABBREVIATION + INITIALS + "\\.(?=(?:\\s*'')?\\s+(?:``\\s*)?[\\p{Lu}\\d])", " . "),
            Rule.of("([^'\\s])' ", "$1 ' "),
            Rule.of("'([sSmMdD])(?=\\s)", " '$1 "),
            Rule.of("('ll|'LL|'re|'RE|'ve|'VE|n't|N'T)(?=\\s)", " $1 "),
            Rule.of("(?i)\\b(can)(not)\\b", "$1 $2"),
            Rule.of("(?i)\\b(d)('ye)\\b", "$1 $2"),
            Rule.of("(?i)\\b(gim|lem)(me)\\b", "$1 $2"),
            Rule.of("(?i)\\b(gon|wan)(na)\\b", "$1 $2"),
            Rule.of("(?i)\\b(got)(ta)\\b", "$1 $2"),
            Rule.of("(?i)\\b(more)('n)\\b", "$1 $2"),
            Rule.of("(?i)(?<=\\s)('t)(is|was)\\b", "$1 $2"));

    private TreebankTokens() {}

    static List<String> of(String text) {
        String separated = " " + text.strip().replaceAll("\\s+", " ") + " ";
        for (Rule rule : RULES) {
            separated = rule.applyTo(separated);
        }
        String stripped = separated.strip();
        return stripped.isEmpty() ? List.of() : Arrays.asList(stripped.split("\\s+"));
    }
}
