package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The removal of all deleted objects of a table: many in one transaction or, where another object needs one of them,
/// in one for each, so that it alone stays.
@Component
class EmptyBin {

    private static final int OBJECTS_PER_TRANSACTION = 100;

    private final RecycleService recycling;

    EmptyBin(RecycleService recycling) {
        this.recycling = recycling;
    }

    EmptiedResponse empty(String table, Class<? extends TenantEntity> type) {
        List<UUID> ids = recycling.ids(type);
        int purged = 0;
        for (List<UUID> batch : Batches.of(ids, OBJECTS_PER_TRANSACTION)) {
            purged += purge(type, batch);
        }
        return EmptiedResponse.of(table, purged, ids.size() - purged);
    }

    private int purge(Class<? extends TenantEntity> type, List<UUID> ids) {
        try {
            recycling.purgeAll(type, ids);
            return ids.size();
        } catch (ProblemException oneIsNeeded) {
            return (int) ids.stream().filter(id -> isPurged(type, id)).count();
        }
    }

    private boolean isPurged(Class<? extends TenantEntity> type, UUID id) {
        try {
            recycling.purgeAll(type, List.of(id));
            return true;
        } catch (ProblemException isNeeded) {
            return false;
        }
    }
}
