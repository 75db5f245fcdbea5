package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import ai.rhesis.backend.suite.prompt.PromptReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TestCaseRepository extends TenantRepository<TestCase> {

    String INSERT_ALL = """
            insert into app.test (
                id, nano_id, name, description, prompt_id, test_configuration, test_type_id, category_id, topic_id,
                requirement_id, project_id, parent_id, status_id, owner_id, assignee_id, priority, test_metadata,
                repetitions, pass_rule)
            select
                n.id, n.nano_id, n.name, n.description, n.prompt_id, cast(n.test_configuration as jsonb),
                n.test_type_id, n.category_id, n.topic_id, n.requirement_id,
                coalesce(n.project_id, app.current_project()), n.parent_id, n.status_id, n.owner_id,
                n.assignee_id, n.priority, cast(n.test_metadata as jsonb), n.repetitions, cast(n.pass_rule as jsonb)
            from unnest(cast(:#{#tests.ids} as uuid[]),
                        cast(:#{#tests.nanoIds} as text[]),
                        cast(:#{#tests.names} as text[]),
                        cast(:#{#tests.descriptions} as text[]),
                        cast(:#{#tests.promptIds} as uuid[]),
                        cast(:#{#tests.testConfigurations} as text[]),
                        cast(:#{#tests.testTypeIds} as uuid[]),
                        cast(:#{#tests.categoryIds} as uuid[]),
                        cast(:#{#tests.topicIds} as uuid[]),
                        cast(:#{#tests.requirementIds} as uuid[]),
                        cast(:#{#tests.projectIds} as uuid[]),
                        cast(:#{#tests.parentIds} as uuid[]),
                        cast(:#{#tests.statusIds} as uuid[]),
                        cast(:#{#tests.ownerIds} as uuid[]),
                        cast(:#{#tests.assigneeIds} as uuid[]),
                        cast(:#{#tests.priorities} as int[]),
                        cast(:#{#tests.testMetadata} as text[]),
                        cast(:#{#tests.repetitions} as int[]),
                        cast(:#{#tests.passRules} as text[]))
                 as n (
                     id, nano_id, name, description, prompt_id, test_configuration, test_type_id, category_id,
                     topic_id, requirement_id, project_id, parent_id, status_id, owner_id, assignee_id, priority,
                     test_metadata, repetitions, pass_rule)
            """;

    /// Finds the ids that are taken, also by deleted tests.
    @Query(nativeQuery = true, value = "select t.id from app.test t where t.id = any(cast(:ids as uuid[]))")
    Set<UUID> findTaken(UUID[] ids);

    @Modifying
    @Query(nativeQuery = true, value = INSERT_ALL)
    void insertAll(TestColumns tests);

    /// Deletes the living among the ids, in one order whoever asks, and returns which they were.
    @Query(nativeQuery = true, value = """
            with living as materialized (
                select t.id
                from app.test t
                where t.id = any(cast(:ids as uuid[])) and t.deleted_at is null
                order by t.id
                for update)
            update app.test t
            set deleted_at = now(), updated_at = now(), version = t.version + 1
            from living l
            where t.id = l.id
            returning t.id
            """)
    Set<UUID> deleteAll(UUID[] ids);

    @Query("""
            select new ai.rhesis.backend.suite.prompt.PromptReference(
                p.id, p.nanoId, p.content, p.languageCode, p.expectedResponse)
            from Prompt p
            where p.id = :id
            """)
    Optional<PromptReference> findPrompt(UUID id);

    /// Reads and locks the parent of this row, deleted or not, until the transaction ends; empty when there is no
    /// such row.
    @Query(nativeQuery = true, value = "select parent_id from app.test where id = :id for no key update")
    List<@Nullable UUID> lockParentOf(UUID id);
}
