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
            insert into app.tagged_item (tag_id, test_id, test_set_id, prompt_id, requirement_id, category_id, project_id,
                                         model_id, tagged_organization_id)
            values (:tagId,
                    case :type when 'Test' then cast(:itemId as uuid) end,
                    case :type when 'TestSet' then cast(:itemId as uuid) end,
                    case :type when 'Prompt' then cast(:itemId as uuid) end,
                    case :type when 'Requirement' then cast(:itemId as uuid) end,
                    case :type when 'Category' then cast(:itemId as uuid) end,
                    case :type when 'Project' then cast(:itemId as uuid) end,
                    case :type when 'Model' then cast(:itemId as uuid) end,
                    case :type when 'Organization' then cast(:itemId as uuid) end)
            on conflict (organization_id, item_id, item_type, tag_id) do nothing
            """)
    void assign(UUID tagId, String type, UUID itemId);

    @Modifying
    @Query("delete from TaggedItem i where i.tagId = :tagId and i.itemType = :type and i.itemId = :itemId")
    int unassign(UUID tagId, String type, UUID itemId);

    /// An outer join, so that PostgreSQL always begins with the objects: a search that begins with the tags reads all
    /// that
    /// carries them.
    String TAGS = """
            select new ai.rhesis.backend.tag.TaggedItemView(
                i.itemId, new ai.rhesis.backend.tag.TagReference(t.id, t.nanoId, t.name, t.iconUnicode))
            from TaggedItem i
            left join Tag t on t.id = i.tagId
            where i.itemType = :type
            """;

    @Query(TAGS + "and i.itemId = :itemId order by t.nameKey")
    List<TaggedItemView> findTags(String type, UUID itemId);

    @Query(TAGS + "and i.itemId in :itemIds order by t.nameKey")
    List<TaggedItemView> findTags(String type, Collection<UUID> itemIds);
}
