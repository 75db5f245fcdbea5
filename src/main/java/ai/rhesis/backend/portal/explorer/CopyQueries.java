package ai.rhesis.backend.portal.explorer;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Copies of all tests of a set in another one, in one statement.
@Repository
class CopyQueries {

    private static final String COPY = """
            with source as materialized (
                select h.position, uuidv7() as test_id, uuidv7() as prompt_id, p.content, p.language_code,
                       p.expected_response, t.test_type_id, t.category_id, t.topic_id, t.requirement_id, t.test_metadata
                from app.test_set_test h
                join app.test t on t.id = h.test_id and t.deleted_at is null
                join app.prompt p on p.id = t.prompt_id
                where h.test_set_id = :from and p.content <> ''),
            prompts as (
                insert into app.prompt (id, content, language_code, expected_response)
                select s.prompt_id, s.content, s.language_code, s.expected_response from source s),
            tests as (
                insert into app.test (id, prompt_id, test_type_id, category_id, topic_id, requirement_id, test_metadata,
                                      project_id, explorer_row)
                select s.test_id, s.prompt_id, s.test_type_id, s.category_id, s.topic_id, s.requirement_id,
                       s.test_metadata, (select d.project_id from app.test_set d where d.id = :to), :isExplorer
                from source s)
            insert into app.test_set_test (test_set_id, test_id, position)
            select :to, s.test_id, row_number() over (order by s.position) - 1
            from source s
            """;
    private static final String SKIPPED = """
            select t.id
            from app.test_set_test h
            join app.test t on t.id = h.test_id and t.deleted_at is null
            left join app.prompt p on p.id = t.prompt_id
            where h.test_set_id = :from and coalesce(p.content, '') = ''
            order by h.position
            """;

    private final JdbcClient database;

    CopyQueries(JdbcClient database) {
        this.database = database;
    }

    /// Copies the tests with an input and returns how many they are.
    int copy(UUID from, UUID to, boolean isExplorer) {
        return database.sql(COPY)
                .param("from", from)
                .param("to", to)
                .param("isExplorer", isExplorer)
                .update();
    }

    /// Finds the tests that are not copied, because they have no input.
    List<UUID> skipped(UUID from) {
        return database.sql(SKIPPED).param("from", from).query(UUID.class).list();
    }
}
