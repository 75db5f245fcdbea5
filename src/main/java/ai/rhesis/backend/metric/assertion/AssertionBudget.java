package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.platform.compute.Budget;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The budget of one judgement by an assertion, which all that it does spends from.
final class AssertionBudget {

    static final int MAX_TEXT_LENGTH = 1_000_000;

    private static final long MAX_STEPS = 100_000_000;
    private static final Duration MAX_DURATION = Duration.ofSeconds(2);
    private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

    private AssertionBudget() {}

    static <T extends @Nullable Object> T bounded(Supplier<T> judging) {
        return boundedBy(new Budget(MAX_STEPS, MAX_DURATION), judging);
    }

    static <T extends @Nullable Object> T boundedBy(Budget budget, Supplier<T> judging) {
        return ScopedValue.where(CURRENT, budget).call(judging::get);
    }

    static Budget budget() {
        return CURRENT.get();
    }

    static void spend(long steps) {
        budget().spend(steps);
    }

    /// Looks at every character of a text once.
    ///
    /// @throws UnjudgeableException when it is longer than texts that are compared may be
    static String read(String text) {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw UnjudgeableException.tooComplex(
                    "A text to compare has more than %,d characters".formatted(MAX_TEXT_LENGTH));
        }
        spend(text.length());
        return text;
    }
}
