package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.Conflicts;
import ai.rhesis.backend.platform.persistence.TakenException;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The restoration of many objects: in one transaction or, when the name of one is taken, in one for each, so that a
/// conflict doesn't keep the others in the bin.
@Component
class BulkRestore {

    private final RecycleService recycling;
    private final Conflicts conflicts;

    BulkRestore(RecycleService recycling, Conflicts conflicts) {
        this.recycling = recycling;
        this.conflicts = conflicts;
    }

    RestoredView restoreAll(Class<? extends TenantEntity> type, SequencedSet<UUID> ids) {
        try {
            return view(ids, recycling.restoreAll(type, ids), List.of());
        } catch (TakenException oneOfThem) {
            return oneByOne(type, ids);
        }
    }

    private RestoredView oneByOne(Class<? extends TenantEntity> type, SequencedSet<UUID> ids) {
        List<UUID> restored = new ArrayList<>();
        List<Conflict> failed = new ArrayList<>();
        for (UUID id : ids) {
            try {
                restored.addAll(recycling.restoreAll(type, List.of(id)));
            } catch (TakenException taken) {
                failed.add(Conflict.of(id, conflicts.explain(taken)));
            }
        }
        return view(ids, restored, failed);
    }

    /// Makes the outcome. Living objects are not in the bin and count as not found, like those that never were.
    private static RestoredView view(SequencedSet<UUID> ids, List<UUID> restored, List<Conflict> failed) {
        List<UUID> notFound = new ArrayList<>(ids);
        notFound.removeAll(restored);
        notFound.removeAll(failed.stream().map(Conflict::id).toList());
        return new RestoredView(restored, failed, notFound);
    }
}
