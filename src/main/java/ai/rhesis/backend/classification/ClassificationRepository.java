package ai.rhesis.backend.classification;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.NoRepositoryBean;

/// What each of the two trees is asked; every tree says it for its own table.
@NoRepositoryBean
interface ClassificationRepository<C extends Classification> extends TenantRepository<C> {

    Optional<UUID> findId(String name, UUID entityTypeId);

    void insertUnlessThere(UUID id, String name, UUID entityTypeId);

    /// The parent of this row, deleted or not, which then can't be changed until the transaction ends.
    @Nullable
    UUID lockParentOf(UUID id);
}
