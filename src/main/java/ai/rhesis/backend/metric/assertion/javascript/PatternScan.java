package ai.rhesis.backend.metric.assertion.javascript;

import java.util.regex.PatternSyntaxException;

/// A regular expression that is read from left to right while its translation is written.
final class PatternScan {

    final String expression;
    final PatternGroups groups;

    private final StringBuilder java = new StringBuilder(JavaScriptPattern.LOOK);
    private int place;
    private int quantifierEnd = -1;

    PatternScan(String expression) {
        this.expression = expression;
        this.groups = PatternGroups.of(expression);
    }

    int place() {
        return place;
    }

    boolean hasMore() {
        return place < expression.length();
    }

    char here() {
        return expression.charAt(place);
    }

    boolean startsWith(String text) {
        return expression.startsWith(text, place);
    }

    /// Writes the translation of the character that is read next.
    void put(String text) {
        java.append(text);
        place++;
    }

    /// Writes the translation of the text that is read next.
    void take(String taken, String text) {
        java.append(text);
        place += taken.length();
    }

    String translation() {
        return java.toString();
    }

    boolean endsQuantifier() {
        return place == quantifierEnd;
    }

    /// Refuses a quantifier behind what JavaScript lets nobody repeat.
    ///
    /// @throws PatternSyntaxException when there is one
    void refuseQuantifier() {
        boolean isRepeated = hasMore() && ("*+?".indexOf(here()) >= 0 || here() == '{' && beginsQuantifier());
        if (isRepeated) {
            throw new PatternSyntaxException("nothing to repeat", expression, place);
        }
    }

    /// Tells whether `{2}`, `{2,}` or `{2,3}` begins here, and remembers its end.
    boolean beginsQuantifier() {
        int end = behindDigits(place + 1);
        boolean hasMinimum = end > place + 1;
        if (end < expression.length() && expression.charAt(end) == ',') {
            end = behindDigits(end + 1);
        }
        boolean isQuantifier = place > 0 && hasMinimum && end < expression.length() && expression.charAt(end) == '}';
        quantifierEnd = isQuantifier ? end : quantifierEnd;
        return isQuantifier;
    }

    private int behindDigits(int begin) {
        int end = begin;
        while (end < expression.length() && isDigit(expression.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
