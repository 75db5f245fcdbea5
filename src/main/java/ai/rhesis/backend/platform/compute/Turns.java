package ai.rhesis.backend.platform.compute;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bound on the pieces of work that go on at a time, in all and of one organization. Each is done by the caller's
/// own thread, when it has its turn.
public final class Turns {

    private static final Tenant NOBODY = new Tenant(new UUID(0, 0), new UUID(0, 0));

    private final ComputeQueue queue;
    private final String refusal;

    /// @param size how many turns there are at a time
    /// @param share how many of them may be of one organization
    /// @param refusal what a client is told for whom there was no turn
    public Turns(int size, int share, String refusal) {
        this.queue = new ComputeQueue(size, share, Thread::startVirtualThread);
        this.refusal = refusal;
    }

    /// Waits for a turn of the organization, or of those who have none, and works.
    ///
    /// @throws ProblemException 503 when too many wait, or it waits too long
    /// @throws CancellationException when this thread is interrupted
    public <T extends @Nullable Object> T during(Supplier<T> work) {
        Turn turn = take();
        try {
            return work.get();
        } finally {
            turn.end();
        }
    }

    /// Waits for a turn as [#during] does. It must be ended.
    public Turn take() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Tenant tenant = Tenant.isBound() ? Tenant.current() : NOBODY;
        ComputeTask<@Nullable Void> turn = new ComputeTask<>(tenant, () -> hold(begun, end), false);
        if (!queue.add(turn)) {
            throw refused();
        }
        try {
            if (begun.await(ComputePool.MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return end::countDown;
            }
            queue.withdraw(turn);
            throw refused();
        } catch (InterruptedException stopped) {
            queue.withdraw(turn);
            Thread.currentThread().interrupt();
            throw new CancellationException("the request was cancelled");
        }
    }

    private static @Nullable Void hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException withdrawn) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private ProblemException refused() {
        return Problem.unavailable(refusal, ComputePool.RETRY_AFTER_SECONDS).exception();
    }

    /// A turn that lasts until it is ended, once or more often.
    public interface Turn {

        void end();
    }
}
