package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;

interface StatusRepository extends TenantRepository<Status> {

    @Query("""
            select s.name
            from Status s
            join TypeLookup t on t.id = s.entityTypeId
            where t.typeName = 'EntityType' and t.typeValueKey = lower(:entityType)
            order by s.nameKey
            limit 50
            """)
    List<String> findNames(String entityType);

    @Query("""
            select s
            from Status s
            where s.nameKey = lower(:name) and s.entityTypeId is not distinct from :entityTypeId
            """)
    Optional<Status> findOfType(@Nullable UUID entityTypeId, String name);

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
