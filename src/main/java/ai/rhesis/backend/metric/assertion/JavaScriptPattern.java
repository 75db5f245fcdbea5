package ai.rhesis.backend.metric.assertion;

import java.util.regex.PatternSyntaxException;

/// The translation of a regular expression of JavaScript, without flags, into one of Java that means the same.
///
/// It covers where a line ends, what white space is, what brackets and braces mean, which letters have no meaning
/// behind a backslash, the names of groups, and that a reference to a group without a match matches nothing. What Java
/// has beyond that keeps its meaning, such as `(?i)` and `\p{L}`.
///
/// Every beginning of an attempt, a group and an alternative looks at a character of the text. Repeated
/// empty matches could otherwise go on for ever without taking a step that is counted.
final class JavaScriptPattern {

    /// Matches everywhere, and looks at a character wherever there is one.
    static final String LOOK = "(?:\\b|\\B)";

    private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
    private static final String SPACES =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
    // d D w W n r t f x u c p P are the same in both; s and S are written out, all other letters stand for themselves
    private static final String SAME_LETTERS = "dDwWnrtf";

    private final String expression;
    private final PatternGroups groups;
    private final StringBuilder java = new StringBuilder(LOOK);
    private int place;
    private int quantifierEnd = -1;

    private JavaScriptPattern(String expression) {
        this.expression = expression;
        this.groups = PatternGroups.of(expression);
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
                case '(' -> open();
                case ')' -> close();
                case '|' -> put("|" + LOOK);
                case '.' -> put("[^" + LINE_ENDS + "]");
                case '^' -> edge("^");
                case '$' -> edge("\\z");
                case '{' -> put(beginsQuantifier() ? "{" : "\\{");
                case '}' -> put(place == quantifierEnd ? "}" : "\\}");
                default -> put(String.valueOf(here));
            }
        }
        return java.toString();
    }

    private void open() {
        String rest = expression.substring(place, Math.min(expression.length(), place + 4));
        if (!rest.startsWith("(?") || rest.startsWith("(?<") && !rest.startsWith("(?<=") && !rest.startsWith("(?<!")) {
            openCapturing(rest.startsWith("(?<"));
        } else if (rest.startsWith("(?<")) {
            openOther(rest);
        } else if (rest.startsWith("(?:")
                || rest.startsWith("(?=")
                || rest.startsWith("(?!")
                || rest.startsWith("(?>")) {
            openOther(rest.substring(0, 3));
        } else {
            openFlags();
        }
    }

    private void openCapturing(boolean isNamed) {
        int end = isNamed ? expression.indexOf('>', place) + 1 : place + 1;
        if (end == 0) {
            throw new PatternSyntaxException("a group has no end of its name", expression, place);
        }
        java.append(groups.open()).append(LOOK);
        place = end;
    }

    private void openOther(String begin) {
        groups.openOther();
        take(begin, begin + LOOK);
    }

    /// `(?i)`, which is no group, or `(?i:`.
    private void openFlags() {
        int end = place + 2;
        while (end < expression.length()
                && (Character.isLetter(expression.charAt(end)) || expression.charAt(end) == '-')) {
            end++;
        }
        boolean isGroup = end < expression.length() && expression.charAt(end) == ':';
        String flags = expression.substring(place, Math.min(expression.length(), end + 1));
        if (flags.contains("x")) {
            throw new PatternSyntaxException("the flag x is not supported", expression, place);
        }
        if (isGroup) {
            openOther(flags);
        } else {
            take(flags, flags);
        }
    }

    private void close() {
        put(groups.close());
    }

    /// The begin or end of the text, which JavaScript lets nobody repeat.
    private void edge(String translated) {
        put(translated);
        refuseQuantifier();
    }

    private void refuseQuantifier() {
        boolean isRepeated = place < expression.length()
                && ("*+?".indexOf(expression.charAt(place)) >= 0
                        || expression.charAt(place) == '{' && beginsQuantifier());
        if (isRepeated) {
            throw new PatternSyntaxException("nothing to repeat", expression, place);
        }
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
        if (place < expression.length()) {
            put("]");
        }
    }

    private void escape(boolean inClass) {
        if (place + 1 == expression.length()) {
            put("\\");
            return;
        }
        char letter = expression.charAt(place + 1);
        switch (letter) {
            case 's' -> take("\\s", inClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> take("\\S", "[^" + SPACES + "]");
            case 'v' -> take("\\v", "\\x0B");
            case 'b' -> boundary(inClass ? "\\x08" : "\\b", inClass);
            case 'B' -> boundary(inClass ? "B" : "\\B", inClass);
            case 'p', 'P' -> property();
            case 'x' -> code("\\x", 2);
            case 'u' -> code("\\u", 4);
            case 'c' -> control();
            case 'k' -> reference(inClass);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(inClass);
            default -> take("\\" + letter, isPlainLetter(letter) ? "" + letter : "\\" + letter);
        }
    }

    private static boolean isPlainLetter(char letter) {
        return letter < 128 && Character.isLetter(letter) && SAME_LETTERS.indexOf(letter) < 0;
    }

    private void boundary(String translated, boolean inClass) {
        take("\\b", translated);
        if (!inClass) {
            refuseQuantifier();
        }
    }

    /// A character by its hexadecimal number, and the mere letter where that is not there.
    private void code(String begin, int digits) {
        int end = Math.min(expression.length(), place + 2 + digits);
        String whole = expression.substring(place, end);
        boolean isCode = whole.substring(2).matches("[0-9a-fA-F]{" + digits + "}");
        take(isCode ? whole : begin, isCode ? whole : begin.substring(1));
    }

    /// `\cA`, and a backslash before a c where no letter follows.
    private void control() {
        boolean isControl = place + 2 < expression.length()
                && String.valueOf(expression.charAt(place + 2)).matches("[A-Za-z]");
        String whole = isControl ? expression.substring(place, place + 3) : "\\";
        take(whole, isControl ? whole.substring(0, 2) + Character.toUpperCase(whole.charAt(2)) : "\\\\");
    }

    /// `\k<name>`, and a k where no group has a name.
    private void reference(boolean inClass) {
        int end = expression.indexOf('>', place);
        boolean isReference = !inClass && groups.haveNames() && expression.startsWith("\\k<", place) && end > 0;
        if (!isReference) {
            take("\\k", "k");
            return;
        }
        String whole = expression.substring(place, end + 1);
        take(whole, groups.reference(whole.substring(3, whole.length() - 1)));
    }

    /// A reference where there is such a group, else a character by its octal number.
    private void number(boolean inClass) {
        int end = place + 1;
        while (end < expression.length() && end < place + 6 && isDigit(expression.charAt(end))) {
            end++;
        }
        String digits = expression.substring(place + 1, end);
        int group = Integer.parseInt(digits);
        if (!inClass && !digits.startsWith("0") && group <= groups.count()) {
            take("\\" + digits, groups.reference(group));
        } else {
            octal();
        }
    }

    private void octal() {
        int end = place + 1;
        int value = 0;
        while (end < expression.length()
                && end < place + 4
                && isOctal(expression.charAt(end))
                && value * 8 + expression.charAt(end) - '0' < 256) {
            value = value * 8 + expression.charAt(end++) - '0';
        }
        if (end == place + 1) {
            take("\\8", String.valueOf(expression.charAt(end)));
        } else {
            take(expression.substring(place, end), "\\x%02x".formatted(value));
        }
    }

    /// `\p{L}`, whose braces are no quantifier.
    private void property() {
        int end = expression.startsWith("{", place + 2) ? expression.indexOf('}', place) : -1;
        String whole = expression.substring(place, end < 0 ? place + 2 : end + 1);
        take(whole, whole);
    }

    /// Tells whether `{2}`, `{2,}` or `{2,3}` begins here, and remembers its end.
    private boolean beginsQuantifier() {
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

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isOctal(char character) {
        return character >= '0' && character <= '7';
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
