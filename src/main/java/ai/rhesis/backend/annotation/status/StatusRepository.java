package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;

interface StatusRepository extends TenantRepository<Status> {

    @Query("""
            select s
            from Status s
            join TypeLookup t on t.id = s.entityTypeId
            where t.typeName = 'EntityType' and t.typeValueKey = lower(:entityType) and s.nameKey = lower(:name)
            """)
    Optional<Status> findByName(String entityType, String name);

    @Query("""
            select s
            from Status s
            join TypeLookup t on t.id = s.entityTypeId
            where t.typeName = 'EntityType' and t.typeValueKey = lower(:entityType) and s.id = :id
            """)
    Optional<Status> findById(String entityType, UUID id);
}
