package ai.rhesis.backend.platform.compute;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The steps and the time that one piece of work may use.
///
/// A loop over a tenant's text spends it, so that no such loop outlives its bound, an interrupt or a shutdown.
public final class Budget {

    private static final int STEPS_BETWEEN_LOOKS = 1_024;

    private final long maxSteps;
    private final Duration limit;
    private final long end;
    private long spent;
    private long nextLook;
    private @Nullable TooComplexException refusal;

    public Budget(long maxSteps, Duration limit) {
        this.maxSteps = maxSteps;
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /// Takes steps away, and looks at the clock and for an interrupt once in a while.
    ///
    /// @throws TooComplexException when the steps or the time are used up
    /// @throws CancellationException when the thread is interrupted
    public void spend(long steps) {
        spent += steps;
        if (spent > maxSteps) {
            throw refused("needs more than %,d steps".formatted(maxSteps));
        }
        if (spent >= nextLook) {
            nextLook = spent + STEPS_BETWEEN_LOOKS;
            look();
        }
    }

    /// Takes one step away, and looks at the clock and for an interrupt.
    public void spendTime() {
        spend(1);
        look();
    }

    /// Throws again what was thrown before, in case that a library caught it.
    public void check() {
        if (refusal != null) {
            throw refusal;
        }
        look();
    }

    /// Counts the steps that were taken.
    public long spent() {
        return spent;
    }

    private void look() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the work was cancelled");
        }
        if (System.nanoTime() - end > 0) {
            throw refused("takes longer than " + limit.toMillis() / 1_000.0 + " seconds");
        }
    }

    private TooComplexException refused(String message) {
        refusal = new TooComplexException(message);
        return refusal;
    }
}
