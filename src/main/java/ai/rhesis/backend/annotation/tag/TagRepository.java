package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.persistence.NamedId;
import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TagRepository extends TenantRepository<Tag> {

    @Query("from Tag t where t.nameKey = lower(:name)")
    Optional<Tag> findByNameInAnyCase(String name);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.tag (id, name, icon_unicode)
            values (:id, :name, :iconUnicode)
            on conflict (organization_id, name_key) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID id, String name, @Nullable String iconUnicode);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.tagged_item (tag_id, entity_type, entity_id)
            values (:tagId, :type, :entityId)
            on conflict on constraint tagged_item_once do nothing
            """)
    void assign(UUID tagId, String type, UUID entityId);

    /// Reads the ids of the names that exist, ignoring case.
    @Query(nativeQuery = true, value = """
            with wanted as materialized (
                select w.name, lower(w.name) as name_key
                from unnest(cast(:names as text[])) as w (name))
            select w.name, t.id
            from wanted w
            join app.tag t on t.name_key = w.name_key and t.deleted_at is null
            """)
    List<NamedId> findIds(String[] names);

    /// Makes the tags in one order, so that no two transactions wait for each other.
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.tag (id, name)
            select n.id, n.name
            from unnest(cast(:ids as uuid[]), cast(:names as text[])) as n (id, name)
            order by lower(n.name), n.id
            on conflict (organization_id, name_key) where deleted_at is null do nothing
            """)
    void insertUnlessThere(UUID[] ids, String[] names);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.tagged_item (tag_id, entity_type, entity_id)
            select n.tag_id, 'Test', n.test_id
            from unnest(cast(:tagIds as uuid[]), cast(:testIds as uuid[])) as n (tag_id, test_id)
            on conflict on constraint tagged_item_once do nothing
            """)
    void assignToTests(UUID[] tagIds, UUID[] testIds);

    @Modifying
    @Query("delete from TaggedItem i where i.tagId = :tagId and i.entityType = :type and i.entityId = :entityId")
    int unassign(UUID tagId, String type, UUID entityId);
}
