package ai.rhesis.backend.metric.assertion;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that somebody else wrote. It gives up after a number of steps, always the same for the same
/// text, instead of searching for hours: RE2 would never have to, but it knows no look-around.
record BoundedPattern(Pattern pattern) {

    private static final int MAX_STEPS = 10_000_000;

    /// @param expression as JavaScript writes it
    /// @throws UnjudgeableException when it is no regular expression
    static BoundedPattern of(String expression) {
        try {
            return new BoundedPattern(Pattern.compile(JavaScriptPattern.toJava(expression)));
        } catch (PatternSyntaxException broken) {
            throw UnjudgeableException.invalidValue("This is no regular expression: " + broken.getDescription());
        } catch (StackOverflowError endless) {
            throw UnjudgeableException.tooComplex("The regular expression is nested too deeply");
        }
    }

    /// Whether some part of the text matches.
    ///
    /// @throws UnjudgeableException when that takes too long to tell
    boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new Steps(text, new int[] {MAX_STEPS})).find();
        } catch (StackOverflowError endless) {
            throw tooComplex();
        }
    }

    private static UnjudgeableException tooComplex() {
        return UnjudgeableException.tooComplex("The regular expression takes too long on this output");
    }

    /// A text of which only so many characters may be looked at, however often the same.
    private record Steps(CharSequence text, int[] left) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (left[0]-- == 0) {
                throw tooComplex();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Steps(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
