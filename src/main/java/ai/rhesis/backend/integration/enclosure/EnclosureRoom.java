package ai.rhesis.backend.integration.enclosure;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The room on this node for the contents of files that are on their way: a sixteenth of the heap in characters, half
/// of which one organization may have. The request that is made of them takes a few times as much.
///
/// Whoever waits is served in turn, so that many small files never keep out a large one.
@Component
final class EnclosureRoom {

    private static final int PART_OF_HEAP = 16;

    private final int share;
    private final Semaphore free;
    private final Map<UUID, Share> shares = new ConcurrentHashMap<>();

    @Autowired
    EnclosureRoom() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /// @param capacity in characters; for the largest question there is always room
    EnclosureRoom(long capacity) {
        share = (int) Math.clamp(capacity / 2, Enclosure.MAX_CHARACTERS, (long) Integer.MAX_VALUE / 2);
        free = new Semaphore(2 * share, true);
    }

    /// Waits for room, which is to be given back.
    ///
    /// @param characters of one question
    /// @return null when there was none in time
    /// @throws InterruptedException when this thread is interrupted
    @Nullable
    Lease take(UUID organization, int characters, Duration wait) throws InterruptedException {
        Lease lease = new Lease(organization, characters);
        boolean isTaken = false;
        try {
            isTaken = lease.isTakenBefore(System.nanoTime() + wait.toNanos());
            return isTaken ? lease : null;
        } finally {
            if (!isTaken) {
                lease.close();
            }
        }
    }

    /// Returns the characters that one organization may have.
    int share() {
        return share;
    }

    /// Returns the number of organizations that have room or wait for it.
    int organizations() {
        return shares.size();
    }

    /// A part of the room that one question has.
    final class Lease implements AutoCloseable {

        private final UUID organization;
        private final int characters;
        private final Share own;
        private boolean isOfShare;
        private boolean isOfRoom;

        private Lease(UUID organization, int characters) {
            this.organization = organization;
            this.characters = characters;
            this.own = shares.compute(organization, (id, known) -> Share.entered(known, share));
        }

        private boolean isTakenBefore(long end) throws InterruptedException {
            isOfShare = own.free().tryAcquire(characters, end - System.nanoTime(), TimeUnit.NANOSECONDS);
            isOfRoom = isOfShare && free.tryAcquire(characters, end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return isOfRoom;
        }

        @Override
        public void close() {
            if (isOfRoom) {
                free.release(characters);
            }
            if (isOfShare) {
                own.free().release(characters);
            }
            shares.computeIfPresent(organization, (id, known) -> known.left());
        }
    }

    /// The share of one organization, kept as long as somebody of it is there.
    private record Share(Semaphore free, int present) {

        static Share entered(@Nullable Share known, int size) {
            return known == null ? new Share(new Semaphore(size, true), 1) : new Share(known.free, known.present + 1);
        }

        @Nullable
        Share left() {
            return present == 1 ? null : new Share(free, present - 1);
        }
    }
}
