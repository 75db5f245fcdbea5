package ai.rhesis.backend.platform.queue;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The workers of this node that each organization has: half of them at most, so that one with much to do, or with
/// targets that hang, leaves room for the others.
final class Shares {

    private final int maxShare;
    private final Map<UUID, Integer> taken = new ConcurrentHashMap<>();

    Shares(int workers) {
        maxShare = Math.max(1, workers / 2);
    }

    /// Takes one more worker for this organization, to be given back, if it may have one.
    boolean take(UUID organization) {
        if (taken.merge(organization, 1, Integer::sum) <= maxShare) {
            return true;
        }
        giveBack(organization);
        return false;
    }

    void giveBack(UUID organization) {
        taken.computeIfPresent(organization, (id, workers) -> workers == 1 ? null : workers - 1);
    }
}
