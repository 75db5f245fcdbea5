package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PromptRepository extends TenantRepository<Prompt> {

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.prompt (id, nano_id, content, language_code, expected_response)
            select n.id, n.nano_id, n.content, n.language_code, n.expected_response
            from unnest(cast(:#{#prompts.ids} as uuid[]),
                        cast(:#{#prompts.nanoIds} as text[]),
                        cast(:#{#prompts.contents} as text[]),
                        cast(:#{#prompts.languageCodes} as text[]),
                        cast(:#{#prompts.expectedResponses} as text[]))
                 as n (id, nano_id, content, language_code, expected_response)
            """)
    void insertAll(PromptColumns prompts);

    @Query("""
            select new ai.rhesis.backend.suite.prompt.PromptCategoryView(pc.promptId, c.id, c.nanoId, c.name)
            from PromptCategory pc
            join Category c on c.id = pc.categoryId
            where pc.promptId in :promptIds
            order by pc.position
            """)
    List<PromptCategoryView> findCategories(Collection<UUID> promptIds);

    @Query(nativeQuery = true, value = """
            select exists (
                select 1
                from app.test t
                where t.prompt_id = :promptId and t.deleted_at is null)
            """)
    boolean isUsedByTests(UUID promptId);

    @Modifying
    @Query("delete from PromptCategory pc where pc.promptId = :promptId")
    void removeCategories(UUID promptId);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.prompt_category (prompt_id, category_id, position)
            select :promptId, c.id, c.place - 1
            from unnest(cast(:categoryIds as uuid[])) with ordinality as c (id, place)
            """)
    void addCategories(UUID promptId, UUID[] categoryIds);

    /// Reads and locks the parent of this row, deleted or not, until the transaction ends; empty when there is no
    /// such row.
    @Query(nativeQuery = true, value = "select parent_id from app.prompt where id = :id for no key update")
    List<@Nullable UUID> lockParentOf(UUID id);
}
