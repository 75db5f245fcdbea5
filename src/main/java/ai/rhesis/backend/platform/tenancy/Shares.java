package ai.rhesis.backend.platform.tenancy;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The places on this node that each organization has taken: so many at most, so that one with much to do leaves room
/// for the others.
public final class Shares {

    private final int maxShare;
    private final Map<UUID, Integer> taken = new ConcurrentHashMap<>();

    public Shares(int maxShare) {
        this.maxShare = maxShare;
    }

    /// Takes one more place for this organization, to be given back, if it may have one.
    public boolean take(UUID organization) {
        if (taken.merge(organization, 1, Integer::sum) <= maxShare) {
            return true;
        }
        giveBack(organization);
        return false;
    }

    public void giveBack(UUID organization) {
        taken.computeIfPresent(organization, (id, places) -> places == 1 ? null : places - 1);
    }
}
