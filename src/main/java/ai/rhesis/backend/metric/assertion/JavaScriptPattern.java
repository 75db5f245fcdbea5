package ai.rhesis.backend.metric.assertion;

/// Writes a regular expression of JavaScript, without flags, as one of Java that means the same: where a line
/// ends, what white space is, what brackets and braces mean, and which letters have no meaning behind a
/// backslash. What Java has beyond that keeps its meaning, such as `(?i)` and `\p{L}`.
final class JavaScriptPattern {

    private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
    private static final String SPACES =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
    // d D w W b B n r t f x u c k p P are the same in both; s and S are written out, all other letters stand for
    // themselves
    private static final String SAME_LETTERS = "dDwWbBnrtfxuckpP";

    private final String expression;
    private final StringBuilder java = new StringBuilder();
    private int place;

    private JavaScriptPattern(String expression) {
        this.expression = expression;
    }

    static String toJava(String expression) {
        return new JavaScriptPattern(expression).translate();
    }

    private String translate() {
        while (place < expression.length()) {
            char here = expression.charAt(place);
            switch (here) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '.' -> put("[^" + LINE_ENDS + "]");
                case '$' -> put("\\z");
                case '{' -> put(isQuantifier() ? "{" : "\\{");
                case '}' -> put(closesQuantifier() ? "}" : "\\}");
                default -> put(String.valueOf(here));
            }
        }
        return java.toString();
    }

    private void characterClass() {
        if (expression.startsWith("[^]", place)) {
            take("[^]", "[\\s\\S]");
            return;
        }
        if (expression.startsWith("[]", place)) {
            take("[]", "(?!)");
            return;
        }
        put("[");
        while (place < expression.length() && expression.charAt(place) != ']') {
            char here = expression.charAt(place);
            switch (here) {
                case '\\' -> escape(true);
                case '[', '&' -> put("\\" + here); // a class within a class, and an intersection, in Java
                default -> put(String.valueOf(here));
            }
        }
    }

    private void escape(boolean inClass) {
        if (place + 1 == expression.length()) {
            put("\\");
            return;
        }
        char letter = expression.charAt(place + 1);
        boolean isLetter = letter < 128 && Character.isLetter(letter);
        switch (letter) {
            case 's' -> take("\\s", inClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> take("\\S", "[^" + SPACES + "]");
            case 'v' -> take("\\v", "\\x0B");
            case '0' -> take("\\0", "\\x00");
            case 'p', 'P' -> property();
            default -> take("\\" + letter, isLetter && SAME_LETTERS.indexOf(letter) < 0 ? "" + letter : "\\" + letter);
        }
    }

    /// `\p{L}`, whose braces are no quantifier.
    private void property() {
        int end = expression.indexOf('}', place);
        String whole = expression.substring(place, end < 0 ? place + 2 : end + 1);
        take(whole, whole);
    }

    private boolean isQuantifier() {
        int end = expression.indexOf('}', place);
        return place > 0 && end > 0 && isBounds(expression.substring(place + 1, end));
    }

    private boolean closesQuantifier() {
        int begin = expression.lastIndexOf('{', place);
        return begin > 0 && isBounds(expression.substring(begin + 1, place));
    }

    private static boolean isBounds(String text) {
        int comma = text.indexOf(',');
        String least = comma < 0 ? text : text.substring(0, comma);
        String most = comma < 0 ? "" : text.substring(comma + 1);
        return !least.isEmpty() && (least + most).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private void put(String text) {
        java.append(text);
        place++;
    }

    private void take(String taken, String text) {
        java.append(text);
        place += taken.length();
    }
}
