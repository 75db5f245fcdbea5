package ai.rhesis.backend.metric.assertion.javascript;

import java.util.regex.PatternSyntaxException;

/// The translation of a regular expression of JavaScript, without flags, into one of Java that means the same.
///
/// It covers where a line ends, what white space is, what brackets and braces mean, which letters have no meaning
/// behind a backslash, the names of groups, and that a reference to a group without a match matches nothing. What Java
/// has beyond that keeps its meaning, such as `(?i)` and `\p{L}`.
///
/// Every beginning of an attempt, a group and an alternative looks at a character of the text. Repeated
/// empty matches could otherwise go on for ever without taking a step that is counted.
public final class JavaScriptPattern {

    /// Matches everywhere, and looks at a character wherever there is one.
    static final String LOOK = "(?:\\b|\\B)";

    private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";

    private final PatternScan scan;
    private final JavaScriptEscapes escapes;

    private JavaScriptPattern(PatternScan scan) {
        this.scan = scan;
        this.escapes = new JavaScriptEscapes(scan);
    }

    public static String toJava(String expression) {
        return new JavaScriptPattern(new PatternScan(expression)).translate();
    }

    private String translate() {
        while (scan.hasMore()) {
            char here = scan.here();
            switch (here) {
                case '\\' -> escapes.translate(false);
                case '[' -> characterClass();
                case '(' -> open();
                case ')' -> close();
                case '|' -> scan.put("|" + LOOK);
                case '.' -> scan.put("[^" + LINE_ENDS + "]");
                case '^' -> edge("^");
                case '$' -> edge("\\z");
                case '{' -> scan.put(scan.beginsQuantifier() ? "{" : "\\{");
                case '}' -> scan.put(scan.endsQuantifier() ? "}" : "\\}");
                default -> scan.put(String.valueOf(here));
            }
        }
        return scan.translation();
    }

    private void open() {
        String rest = scan.expression.substring(scan.place(), Math.min(scan.expression.length(), scan.place() + 4));
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
        int end = isNamed ? scan.expression.indexOf('>', scan.place()) + 1 : scan.place() + 1;
        if (end == 0) {
            throw new PatternSyntaxException("a group has no end of its name", scan.expression, scan.place());
        }
        scan.take(scan.expression.substring(scan.place(), end), scan.groups.open() + LOOK);
    }

    private void openOther(String begin) {
        scan.groups.openOther();
        scan.take(begin, begin + LOOK);
    }

    /// Translates `(?i)`, which is no group, or `(?i:`.
    private void openFlags() {
        int end = scan.place() + 2;
        while (end < scan.expression.length()
                && (Character.isLetter(scan.expression.charAt(end)) || scan.expression.charAt(end) == '-')) {
            end++;
        }
        boolean isGroup = end < scan.expression.length() && scan.expression.charAt(end) == ':';
        String flags = scan.expression.substring(scan.place(), Math.min(scan.expression.length(), end + 1));
        if (flags.contains("x")) {
            throw new PatternSyntaxException("the flag x is not supported", scan.expression, scan.place());
        }
        if (isGroup) {
            openOther(flags);
        } else {
            scan.take(flags, flags);
        }
    }

    private void close() {
        scan.put(scan.groups.close());
    }

    /// Translates the begin or end of the text, which JavaScript lets nobody repeat.
    private void edge(String translated) {
        scan.put(translated);
        scan.refuseQuantifier();
    }

    private void characterClass() {
        if (scan.startsWith("[^]")) {
            scan.take("[^]", "[\\s\\S]");
            return;
        }
        if (scan.startsWith("[]")) {
            scan.take("[]", "(?!)");
            return;
        }
        scan.put("[");
        while (scan.place() < scan.expression.length() && scan.expression.charAt(scan.place()) != ']') {
            char here = scan.here();
            switch (here) {
                case '\\' -> escapes.translate(true);
                case '[', '&' -> scan.put("\\" + here); // a class within a class, and an intersection, in Java
                default -> scan.put(String.valueOf(here));
            }
        }
        if (scan.place() < scan.expression.length()) {
            scan.put("]");
        }
    }
}
