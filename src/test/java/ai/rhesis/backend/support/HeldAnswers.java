package ai.rhesis.backend.support;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Answers of fakes that are held back until a test releases them.
public final class HeldAnswers {

    private final CountDownLatch released = new CountDownLatch(1);

    /// Lets go what is held, and what is still to come.
    public void release() {
        released.countDown();
    }

    public boolean isReleased() {
        return released.getCount() == 0;
    }

    /// Waits for the release, and ends with the fake that this thread is of.
    public void await() {
        try {
            released.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// The answers of this rule, once they are released.
    public <Q, A> Function<Q, A> of(Function<Q, A> rule) {
        return question -> {
            await();
            return rule.apply(question);
        };
    }
}
