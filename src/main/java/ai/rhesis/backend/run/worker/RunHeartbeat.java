package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The heartbeat of one run on one node: renews leases and slots once a second, and ends the work when the run is
/// over.
final class RunHeartbeat implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RunHeartbeat.class);
    static final Duration INTERVAL = Duration.ofSeconds(1);

    private final RunStore.Work work;
    private final UUID node;
    private final RunStore store;
    private final Slots slots;
    private final WorkState state;
    private volatile boolean isStopped;

    RunHeartbeat(RunStore.Work work, UUID node, RunStore store, Slots slots, WorkState state) {
        this.work = work;
        this.node = node;
        this.store = store;
        this.slots = slots;
        this.state = state;
    }

    @Override
    public void run() {
        try {
            state.await(INTERVAL, () -> isStopped);
            while (!state.isOver() && !isStopped) {
                renew();
                state.await(INTERVAL, () -> isStopped);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            state.end();
        }
    }

    /// Stops without an interrupt, which would break a connection of the pool.
    void stop(Thread thread) {
        isStopped = true;
        state.signal();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void renew() {
        long begin = System.nanoTime();
        try {
            if (store.heartbeat(work, node, wanted(), slots)) {
                slots.grant(begin
                        + Duration.ofSeconds(RunStore.SLOTS_GOOD_FOR_SECONDS).toNanos());
                state.signal();
            } else {
                state.end();
            }
        } catch (NotAMemberException outside) {
            state.fail(outside);
        } catch (RuntimeException unreachable) {
            log.warn("The heartbeat of the run {} failed: {}", work.runId(), LoggedFailure.words(unreachable));
        }
    }

    private int wanted() {
        int max = work.plan().options().maxCalls();
        return state.isDrained() ? Math.min(max, state.unfinished()) : max;
    }
}
