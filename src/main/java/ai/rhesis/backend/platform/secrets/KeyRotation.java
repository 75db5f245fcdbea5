package ai.rhesis.backend.platform.secrets;

import ai.rhesis.backend.platform.tenancy.OrganizationWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The move of all stored secrets to the first key of the ring, while the ring has more than one.
///
/// It runs soon after the start and then every hour, because nodes with the old order of keys write under the old one
/// meanwhile. An organization that fails waits for the next hour, and the others go on.
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final KeyRing keys;
    private final OrganizationWalk organizations;
    private final Reencryption reencryption;

    KeyRotation(KeyRing keys, OrganizationWalk organizations, Reencryption reencryption) {
        this.keys = keys;
        this.organizations = organizations;
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
        List<RotationCount> counts = new ArrayList<>();
        int closed = organizations.each("Secrets wait for the next hour", owner -> counts.add(reencryption.of(owner)));
        return counts.stream().reduce(new RotationCount(0, 0, closed), RotationCount::plus);
    }
}
