package ai.rhesis.backend.integration.template;

import java.time.Duration;

/// What one rendering may use: steps of work, which include every character that it writes, and time.
final class Budget {

    private static final long MAX_STEPS = 20_000_000;
    private static final Duration MAX_DURATION = Duration.ofSeconds(2);

    private final long end = System.nanoTime() + MAX_DURATION.toNanos();
    private long left = MAX_STEPS;

    /// @throws TemplateException when it is used up
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new TemplateException("does too much work");
        }
    }

    /// The same, and looks at the clock.
    void spendTime() {
        spend(1);
        if (System.nanoTime() - end > 0) {
            throw new TemplateException("takes longer than " + MAX_DURATION.toSeconds() + " seconds");
        }
    }
}
