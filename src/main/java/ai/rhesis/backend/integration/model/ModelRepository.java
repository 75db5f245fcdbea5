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
            select new ai.rhesis.backend.integration.model.ModelView(
                m,
                new ai.rhesis.backend.integration.model.ProviderType(t.id, t.typeName, t.typeValue),
                s.reference,
                u.reference,
                w.reference,
                a.reference)
            from Model m
            left join TypeLookup t on t.id = m.providerTypeId
            left join Status s on s.id = m.statusId
            left join User u on u.id = m.userId
            left join User w on w.id = m.ownerId
            left join User a on a.id = m.assigneeId
            where m.id in :ids
            """)
    List<ModelView> findViews(Collection<UUID> ids);
}
