package ai.rhesis.backend.execution;

import ai.rhesis.backend.persistence.BaseEntity;
import ai.rhesis.backend.tenancy.NotAMemberException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run on one node: takes items in batches, works on all of them at once and has the results written, until the run
/// ends or the node is to stop. It holds no connection while it waits, and no more items than it has use for.
final class Pump {

    private static final Logger log = LoggerFactory.getLogger(Pump.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MOST_TAKEN = 1_000;

    private final UUID node = BaseEntity.newId();
    private final Ledger.Work work;
    private final Ledger ledger;
    private final Crew crew;
    private final Slots slots = new Slots();
    private final Examiner examiner;
    private final Scribe scribe;
    private final Outbox outbox = new Outbox(this::write);
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile boolean isDrained;
    private volatile boolean isOver;
    private volatile boolean isInterrupting;
    private volatile boolean isLeaving;
    private volatile @Nullable RuntimeException failure;

    Pump(Ledger.Work work, Ledger ledger, Instruments instruments, Crew crew) {
        this.work = work;
        this.ledger = ledger;
        this.crew = crew;
        this.examiner = new Examiner(work.plan(), work.metrics(), instruments, crew, slots);
        this.scribe = new Scribe(work.runId(), ledger);
    }

    /// @throws RuntimeException when the work could not go on; what is not written then, another node does
    void run(BooleanSupplier stopping) {
        beat();
        Thread heart = crew.start("heart", this::keepBeating);
        Thread writer = crew.start("writer", outbox);
        try {
            while (!isOver && !stopping.getAsBoolean()) {
                takeMore();
            }
        } finally {
            stopItems();
            outbox.close(writer);
            endBeating(heart);
            leave();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /// Holds twice as much as may be in flight, so that no slot waits for the database, and takes when half of it is
    /// gone.
    private void takeMore() {
        int most = Math.clamp(2L * slots.granted(), 1, MOST_TAKEN);
        int room = most - inHand.get();
        if (room < (most + 1) / 2) {
            rest(() -> most - inHand.get() >= (most + 1) / 2);
            return;
        }
        List<Item> taken = ledger.take(work.runId(), node, room);
        isDrained = taken.size() < room;
        taken.forEach(this::begin);
        if (isDrained) {
            endOrRest();
        }
    }

    /// Others may hold the rest, and may fail to do it.
    private void endOrRest() {
        if (inHand.get() == 0 && outbox.isIdle()) {
            if (ledger.finish(work.runId())) {
                over();
            }
            rest(() -> false);
        } else {
            rest(() -> inHand.get() == 0 && outbox.isIdle());
        }
    }

    private synchronized void rest(BooleanSupplier until) {
        long end = System.nanoTime() + BEAT.toNanos();
        try {
            for (long left = BEAT.toMillis(); left > 0 && !isOver && !until.getAsBoolean(); ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            over();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void begin(Item item) {
        inHand.incrementAndGet();
        crew.start("item", () -> examine(item));
    }

    private void examine(Item item) {
        atWork.add(Thread.currentThread());
        @Nullable Finding finding = null;
        try {
            finding = isOver ? null : examiner.examine(item);
        } catch (AbandonedException stopped) {
            log.debug("Abandoned the item {}", item.id());
        } finally {
            // before it is written, for the last result is to end the run
            inHand.decrementAndGet();
            // an interrupted call looks like a failed one
            if (finding != null && !isInterrupting) {
                outbox.put(finding);
            }
            atWork.remove(Thread.currentThread());
            wake();
        }
    }

    private void write(List<Finding> findings) {
        try {
            if (!isOver && !scribe.write(findings, isDrained && inHand.get() == 0)) {
                over();
            }
        } catch (RuntimeException stopped) {
            failure = stopped;
            over();
        } finally {
            wake();
        }
    }

    private void keepBeating() {
        rest(() -> isLeaving);
        while (!isOver && !isLeaving) {
            beat();
            rest(() -> isLeaving);
        }
    }

    /// Not by an interrupt, which would break a connection of the pool.
    private void endBeating(Thread heart) {
        isLeaving = true;
        wake();
        try {
            heart.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        long begin = System.nanoTime();
        int most = work.plan().options().mostCalls();
        try {
            if (ledger.beat(work, node, isDrained ? Math.min(most, inHand.get()) : most, slots)) {
                slots.grant(begin
                        + Duration.ofSeconds(Ledger.SLOTS_GOOD_FOR_SECONDS).toNanos());
                wake();
            } else {
                over();
            }
        } catch (NotAMemberException outside) {
            failure = outside;
            over();
        } catch (RuntimeException unreachable) {
            log.warn("The run {} can't be kept up: {}", work.runId(), unreachable.getMessage());
        }
    }

    /// The run goes on no more, or not here: what is in hand comes to nothing.
    private void over() {
        isOver = true;
        slots.close();
        interrupt();
        wake();
    }

    private void interrupt() {
        isInterrupting = true;
        atWork.forEach(Thread::interrupt);
    }

    /// When the node stops, calls in flight may come to their end, for a moment.
    private void stopItems() {
        slots.close();
        awaitItems(isOver ? Duration.ZERO : GRACE);
        if (!atWork.isEmpty()) {
            interrupt();
            awaitItems(GRACE);
        }
    }

    private void awaitItems(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (inHand.get() > 0 && System.nanoTime() < end) {
                synchronized (this) {
                    wait(20);
                }
            }
            for (Thread item : atWork) {
                item.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            ledger.leave(work, node);
        } catch (RuntimeException unreachable) {
            log.info("What this node held of the run {} is taken over in time", work.runId());
        }
    }
}
