package ai.rhesis.backend.portal.recycle;

import ai.rhesis.backend.platform.persistence.DeletedRecords;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import java.util.Collection;
import java.util.List;
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

    void purge(Class<? extends TenantEntity> type, UUID id) {
        deleted.purge(type, id);
    }
}
