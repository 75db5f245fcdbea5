package ai.rhesis.backend.platform.queue;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// A piece of work that waits for a node, as it lies in the queue: ids and nothing else. Whoever takes it enters the
/// organization as the user, by the same check as a request.
///
/// @param subjectId what is worked on
/// @param waits how often it was put back since it was last worked on
public record Ticket(UUID organizationId, UUID userId, UUID subjectId, int waits) {

    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final long MAX_WAIT_MILLIS = 30_000;

    /// Creates a ticket in the name of the user of this request.
    public static Ticket of(UUID subjectId) {
        Tenant tenant = Tenant.current();
        return new Ticket(tenant.organizationId(), tenant.userId(), subjectId, 0);
    }

    public Tenant tenant() {
        return new Tenant(organizationId, userId);
    }

    /// Returns the wait of a ticket about which nothing can be done now: longer each time, and of a random
    /// length, so that it is due when another node looks too.
    public Duration pause() {
        long maxMillis = Math.min(MAX_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(waits, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(maxMillis / 2, maxMillis));
    }

    Ticket waited(boolean again) {
        return new Ticket(organizationId, userId, subjectId, again ? waits + 1 : 0);
    }

    byte[] bytes() {
        return "%s %s %s %d".formatted(organizationId, userId, subjectId, waits).getBytes(StandardCharsets.US_ASCII);
    }

    static Ticket of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.US_ASCII).split(" ");
        return new Ticket(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                UUID.fromString(parts[2]),
                Integer.parseInt(parts[3]));
    }
}
