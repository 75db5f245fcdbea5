package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.platform.persistence.NamedId;
import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/// The queries of both trees; each table has the name of its entity.
@NoRepositoryBean
interface ClassificationRepository<C extends Classification> extends TenantRepository<C> {

    /// Finds the ids of the names that exist, ignoring case.
    @Query(nativeQuery = true, value = """
            with wanted as materialized (
                select w.name, lower(w.name) as name_key
                from unnest(cast(:names as text[])) as w (name))
            select w.name, x.id
            from wanted w
            join app.#{#entityName} x
                 on x.name_key = w.name_key and x.entity_type_id = :entityTypeId and x.deleted_at is null
            """)
    List<NamedId> findIds(String[] names, UUID entityTypeId);

    /// Finds the living one of this name, whatever its case.
    @Query(nativeQuery = true, value = """
            select x.id
            from app.#{#entityName} x
            where x.name_key = lower(cast(:name as text))
              and x.entity_type_id is not distinct from cast(:entityTypeId as uuid)
              and x.deleted_at is null
            """)
    Optional<UUID> findIdByName(String name, @Nullable UUID entityTypeId);

    /// Finds one by its id, deleted or not.
    @Query(nativeQuery = true, value = "select x.id from app.#{#entityName} x where x.id = :id")
    Optional<UUID> findKnown(UUID id);

    /// Inserts the missing ones in one order, so that no two callers wait for each other.
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.#{#entityName} (id, name, entity_type_id)
            select n.id, n.name, :entityTypeId
            from unnest(cast(:ids as uuid[]), cast(:names as text[])) as n (id, name)
            order by lower(n.name), n.id
            on conflict (organization_id, name_key, entity_type_id) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID[] ids, String[] names, UUID entityTypeId);

    /// Reads and locks the parent of this row, deleted or not, until the transaction ends; empty when there is no
    /// such row.
    @Query(nativeQuery = true, value = "select parent_id from app.#{#entityName} where id = :id for no key update")
    List<@Nullable UUID> lockParentOf(UUID id);
}
