package ai.rhesis.backend.trace.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments in microseconds since 1970, which is as exact as the database keeps them.
final class Micros {

    private Micros() {}

    static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
