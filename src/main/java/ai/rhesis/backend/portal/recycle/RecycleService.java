package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.DeletedRecords;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.portal.recycle.Bins.Bin;
import ai.rhesis.backend.portal.recycle.RecycleCountsResponse.RecycleCount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Restoring and purging, each in one transaction.
@Service
@Transactional
class RecycleService {

    private final DeletedRecords deleted;

    RecycleService(DeletedRecords deleted) {
        this.deleted = deleted;
    }

    void restore(Class<? extends TenantEntity> type, UUID id) {
        deleted.restore(type, id);
    }

    List<UUID> restoreAll(Class<? extends TenantEntity> type, Collection<UUID> ids) {
        return deleted.restoreAll(type, ids);
    }

    @Transactional(readOnly = true)
    Map<String, RecycleCount> counts(Map<String, Bin> bins) {
        Map<String, RecycleCount> counts = new LinkedHashMap<>();
        bins.forEach((table, bin) -> {
            long count = deleted.count(bin.type());
            if (count > 0) {
                counts.put(table, new RecycleCount(count, bin.className()));
            }
        });
        return counts;
    }

    @Transactional(readOnly = true)
    List<UUID> ids(Class<? extends TenantEntity> type) {
        return deleted.ids(type);
    }

    void purgeAll(Class<? extends TenantEntity> type, Collection<UUID> ids) {
        deleted.purgeAll(type, ids);
    }

    void purge(Class<? extends TenantEntity> type, UUID id) {
        deleted.purge(type, id);
    }
}
