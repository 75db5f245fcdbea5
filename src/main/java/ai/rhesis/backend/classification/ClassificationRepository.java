package ai.rhesis.backend.classification;

import ai.rhesis.backend.persistence.NamedId;
import ai.rhesis.backend.persistence.TenantRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.NoRepositoryBean;

/// What each of the two trees is asked; every tree says it for its own table.
@NoRepositoryBean
interface ClassificationRepository<C extends Classification> extends TenantRepository<C> {

    /// The ids of those of the names that exist, whatever their case.
    List<NamedId> findIds(String[] names, UUID entityTypeId);

    /// In one order whoever asks, so that no two wait for each other.
    void insertUnlessThere(UUID[] ids, String[] names, UUID entityTypeId);

    /// The parent of this row, deleted or not, which then can't be changed until the transaction ends.
    @Nullable
    UUID lockParentOf(UUID id);
}
