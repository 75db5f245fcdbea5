package ai.rhesis.backend.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
        return after(0, rule);
    }

    /// The answers of this rule: the first ones at once, the others once they are released.
    public <Q, A> Function<Q, A> after(int answers, Function<Q, A> rule) {
        AtomicInteger asked = new AtomicInteger();
        return question -> {
            if (asked.incrementAndGet() > answers) {
                await();
            }
            return rule.apply(question);
        };
    }
}
