package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.metric.assertion.javascript.JavaScriptPattern;
import ai.rhesis.backend.platform.compute.Budget;
import ai.rhesis.backend.platform.compute.BudgetedText;
import ai.rhesis.backend.platform.compute.TooComplexException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression that somebody else wrote.
///
/// It gives up after a number of steps, always the same for the same text, instead of searching for hours: RE2 would
/// never have to, but it knows no look-around.
record BoundedPattern(Pattern pattern) {

    private static final int MAX_LENGTH = 10_000;
    private static final long MAX_STEPS = 30_000_000;
    private static final Duration MAX_DURATION = Duration.ofSeconds(2);

    // Stands before an empty text, so that every attempt looks at a character; a noncharacter of Unicode.
    private static final String BEFORE_NOTHING = "\uFFFF";

    /// @param expression as JavaScript writes it
    /// @throws UnjudgeableException when it is no regular expression, or a longer one than is allowed
    static BoundedPattern of(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw UnjudgeableException.tooComplex(
                    "A regular expression has at most %,d characters".formatted(MAX_LENGTH));
        }
        try {
            return new BoundedPattern(Pattern.compile(JavaScriptPattern.toJava(expression)));
        } catch (PatternSyntaxException broken) {
            throw UnjudgeableException.invalidValue("This is not a regular expression: " + broken.getDescription());
        } catch (StackOverflowError endless) {
            throw UnjudgeableException.tooComplex("The regular expression is nested too deeply");
        }
    }

    /// Tells whether some part of the text matches.
    ///
    /// @throws UnjudgeableException when that takes too long to tell
    boolean isFoundIn(String text) {
        return isFoundIn(text, new Budget(MAX_STEPS, MAX_DURATION));
    }

    boolean isFoundIn(String text, Budget budget) {
        try {
            return matcher(text, budget).find();
        } catch (TooComplexException bound) {
            throw UnjudgeableException.tooComplex("The regular expression " + bound.getMessage() + " on this output");
        } catch (StackOverflowError endless) {
            throw UnjudgeableException.tooComplex("The regular expression is too deeply nested for this output");
        }
    }

    private Matcher matcher(String text, Budget budget) {
        return text.isEmpty()
                ? pattern.matcher(new BudgetedText(BEFORE_NOTHING, budget))
                        .region(1, 1)
                        .useTransparentBounds(true)
                : pattern.matcher(new BudgetedText(text, budget));
    }
}
