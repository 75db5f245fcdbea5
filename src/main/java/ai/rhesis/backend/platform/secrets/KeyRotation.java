package ai.rhesis.backend.platform.secrets;

import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.OwnerQueries;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The move of all stored secrets to the first key of the ring, for as long as the ring has more than one: soon
/// after the start, then every hour, because nodes that still have the old order write under the old key meanwhile.
///
/// It enters each organization as one of its owners, by the same check as a request. One that fails is left to the
/// next hour, and the others go on.
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);
    private static final int PAGE = 100;

    private final KeyRing keys;
    private final OwnerQueries owners;
    private final Reencryption reencryption;

    KeyRotation(KeyRing keys, OwnerQueries owners, Reencryption reencryption) {
        this.keys = keys;
        this.owners = owners;
        this.reencryption = reencryption;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void rotate() {
        if (keys.isRotating()) {
            RotationCount count = everywhere();
            log.info(
                    "{} secrets were encrypted anew with the key {}; {} could not be opened, {} organizations were skipped",
                    count.reencrypted(),
                    keys.currentId(),
                    count.unreadable(),
                    count.closed());
        }
    }

    RotationCount everywhere() {
        RotationCount count = RotationCount.NONE;
        UUID last = new UUID(0, 0);
        List<Tenant> page;
        do {
            page = owners.findBehind(last, PAGE);
            count = page.stream().map(this::enter).reduce(count, RotationCount::plus);
            last = page.isEmpty() ? last : page.getLast().organizationId();
        } while (page.size() == PAGE);
        return count;
    }

    private RotationCount enter(Tenant owner) {
        try {
            return reencryption.of(owner);
        } catch (NotAMemberException leftMeanwhile) {
            return RotationCount.CLOSED;
        } catch (DataAccessException | TransactionException failure) {
            // without its message, which may tell values
            log.warn(
                    "The secrets of {} wait for the next hour: {}",
                    owner.organizationId(),
                    failure.getClass().getSimpleName());
            return RotationCount.CLOSED;
        }
    }
}
