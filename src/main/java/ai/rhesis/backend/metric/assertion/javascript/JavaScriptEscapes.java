package ai.rhesis.backend.metric.assertion.javascript;

/// The translation of what follows a backslash in a regular expression of JavaScript.
final class JavaScriptEscapes {

    private static final String SPACES =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
    // d D w W n r t f x u c p P are the same in both; s and S are written out, all other letters stand for themselves
    private static final String SAME_LETTERS = "dDwWnrtf";

    private final PatternScan scan;

    JavaScriptEscapes(PatternScan scan) {
        this.scan = scan;
    }

    /// Translates the escape that is read next.
    ///
    /// @param inClass whether it stands inside brackets
    void translate(boolean inClass) {
        if (scan.place() + 1 == scan.expression.length()) {
            scan.put("\\");
            return;
        }
        char letter = scan.expression.charAt(scan.place() + 1);
        switch (letter) {
            case 's' -> scan.take("\\s", inClass ? SPACES : "[" + SPACES + "]");
            case 'S' -> scan.take("\\S", "[^" + SPACES + "]");
            case 'v' -> scan.take("\\v", "\\x0B");
            case 'b' -> boundary(inClass ? "\\x08" : "\\b", inClass);
            case 'B' -> boundary(inClass ? "B" : "\\B", inClass);
            case 'p', 'P' -> property();
            case 'x' -> code("\\x", 2);
            case 'u' -> code("\\u", 4);
            case 'c' -> control();
            case 'k' -> reference(inClass);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(inClass);
            default -> scan.take("\\" + letter, isPlainLetter(letter) ? "" + letter : "\\" + letter);
        }
    }

    private static boolean isPlainLetter(char letter) {
        return letter < 128 && Character.isLetter(letter) && SAME_LETTERS.indexOf(letter) < 0;
    }

    private void boundary(String translated, boolean inClass) {
        scan.take("\\b", translated);
        if (!inClass) {
            scan.refuseQuantifier();
        }
    }

    /// Translates a character by its hexadecimal number, or the letter alone where there is no number.
    private void code(String begin, int digits) {
        int end = Math.min(scan.expression.length(), scan.place() + 2 + digits);
        String whole = scan.expression.substring(scan.place(), end);
        boolean isCode = whole.substring(2).matches("[0-9a-fA-F]{" + digits + "}");
        scan.take(isCode ? whole : begin, isCode ? whole : begin.substring(1));
    }

    /// Translates `\cA`, and a backslash before a c where no letter follows.
    private void control() {
        boolean isControl = scan.place() + 2 < scan.expression.length()
                && String.valueOf(scan.expression.charAt(scan.place() + 2)).matches("[A-Za-z]");
        String whole = isControl ? scan.expression.substring(scan.place(), scan.place() + 3) : "\\";
        scan.take(whole, isControl ? whole.substring(0, 2) + Character.toUpperCase(whole.charAt(2)) : "\\\\");
    }

    /// Translates `\k<name>`, and a k where no group has a name.
    private void reference(boolean inClass) {
        int end = scan.expression.indexOf('>', scan.place());
        boolean isReference = !inClass && scan.groups.haveNames() && scan.startsWith("\\k<") && end > 0;
        if (!isReference) {
            scan.take("\\k", "k");
            return;
        }
        String whole = scan.expression.substring(scan.place(), end + 1);
        scan.take(whole, scan.groups.reference(whole.substring(3, whole.length() - 1)));
    }

    /// Translates a reference where there is such a group, else a character by its octal number.
    private void number(boolean inClass) {
        int end = scan.place() + 1;
        while (end < scan.expression.length()
                && end < scan.place() + 6
                && PatternScan.isDigit(scan.expression.charAt(end))) {
            end++;
        }
        String digits = scan.expression.substring(scan.place() + 1, end);
        int group = Integer.parseInt(digits);
        if (!inClass && !digits.startsWith("0") && group <= scan.groups.count()) {
            scan.take("\\" + digits, scan.groups.reference(group));
        } else {
            octal();
        }
    }

    private void octal() {
        int end = scan.place() + 1;
        int value = 0;
        while (end < scan.expression.length()
                && end < scan.place() + 4
                && isOctal(scan.expression.charAt(end))
                && value * 8 + scan.expression.charAt(end) - '0' < 256) {
            value = value * 8 + scan.expression.charAt(end++) - '0';
        }
        if (end == scan.place() + 1) {
            scan.take("\\8", String.valueOf(scan.expression.charAt(end)));
        } else {
            scan.take(scan.expression.substring(scan.place(), end), "\\x%02x".formatted(value));
        }
    }

    /// Translates `\p{L}`, whose braces are no quantifier.
    private void property() {
        int end = scan.expression.startsWith("{", scan.place() + 2) ? scan.expression.indexOf('}', scan.place()) : -1;
        String whole = scan.expression.substring(scan.place(), end < 0 ? scan.place() + 2 : end + 1);
        scan.take(whole, whole);
    }

    private static boolean isOctal(char character) {
        return character >= '0' && character <= '7';
    }
}
