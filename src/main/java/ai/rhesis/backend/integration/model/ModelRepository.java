package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface ModelRepository extends TenantRepository<Model> {

    Optional<Model> findById(UUID id);

    @Query("""
            select new ai.rhesis.backend.integration.model.ModelView(m, t.id, t.typeName, t.typeValue)
            from Model m
            left join TypeLookup t on t.id = m.providerTypeId
            where m.id in :ids
            """)
    List<ModelView> findViews(Collection<UUID> ids);
}
