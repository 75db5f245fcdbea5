package ai.rhesis.backend.tag;

import ai.rhesis.backend.persistence.TenantRepository;
import java.util.Collection;
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

    @Modifying
    @Query("delete from TaggedItem i where i.tagId = :tagId and i.entityType = :type and i.entityId = :entityId")
    int unassign(UUID tagId, String type, UUID entityId);

    String TAGS = """
            select new ai.rhesis.backend.tag.TaggedItemView(i.entityId, t.id, t.nanoId, t.name, t.iconUnicode)
            from TaggedItem i
            join Tag t on t.id = i.tagId
            where i.entityType = :type
            """;

    @Query(TAGS + "and i.entityId = :entityId order by t.nameKey")
    List<TaggedItemView> findTags(String type, UUID entityId);

    @Query(TAGS + "and i.entityId in :entityIds order by t.nameKey")
    List<TaggedItemView> findTags(String type, Collection<UUID> entityIds);
}
