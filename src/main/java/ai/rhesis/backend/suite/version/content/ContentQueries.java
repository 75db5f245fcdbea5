package ai.rhesis.backend.suite.version.content;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored contents of tests, each once.
@Repository
public class ContentQueries {

    /// The lock without which two transactions that store the same contents in different orders would deadlock.
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('test_content ' || app.current_organization(), 0))";
    private static final String INSERT = """
            insert into app.test_content (
                content_hash, stimulus_hash, category, expected_response, files, language_code, metadata, prompt,
                requirement, test_configuration, test_type, topic)
            select n.hash, n.stimulus, n.category, n.expected, cast(n.files as text[]), n.language, cast(n.metadata as jsonb),
                   n.prompt, n.requirement, cast(n.configuration as jsonb), n.type, n.topic
            from unnest(cast(:hashes as text[]), cast(:stimuli as text[]), cast(:categories as text[]),
                        cast(:expected as text[]), cast(:files as text[]), cast(:languages as text[]),
                        cast(:metadata as text[]), cast(:prompts as text[]), cast(:requirements as text[]),
                        cast(:configurations as text[]), cast(:types as text[]), cast(:topics as text[]))
                 as n (hash, stimulus, category, expected, files, language, metadata, prompt, requirement, configuration,
                       type, topic)
            on conflict do nothing
            """;
    private static final String CURRENT =
            "select c.* from app.current_content(array[cast(:id as uuid)]) c where c.test_type is not null";

    private final JdbcClient database;
    private final ContentRows rows;

    ContentQueries(JdbcClient database, ContentRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// Lets no other transaction of the organization store contents until this one ends.
    public void lock() {
        database.sql(LOCK).query((row, number) -> number).list();
    }

    /// Reads the content of a living test as it is now.
    public Optional<TestContent> current(UUID testId) {
        return database.sql(CURRENT)
                .param("id", testId)
                .query((row, number) -> rows.read(row))
                .optional();
    }

    /// Stores those that are not there yet.
    public void store(Map<String, TestContent> byHash) {
        if (byHash.isEmpty()) {
            return;
        }
        database.sql(INSERT).paramSource(ContentColumns.of(byHash)).update();
    }
}
