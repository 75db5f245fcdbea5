package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import java.time.Duration;

/// The bounds of one rendering.
final class RenderingBounds {

    /// Characters of the output, and of every text on the way to it.
    static final int MAX_TEXT_LENGTH = 5_000_000;

    /// Items of a list that an expression makes.
    static final int MAX_ITEMS = 10_000;

    private static final long MAX_STEPS = 20_000_000;
    private static final Duration MAX_DURATION = Duration.ofSeconds(2);

    private RenderingBounds() {}

    /// Creates a budget: steps of work, which include every character that is read or written, and time.
    static Budget budget() {
        return new Budget(MAX_STEPS, MAX_DURATION);
    }
}
