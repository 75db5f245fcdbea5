package ai.rhesis.backend.portal.explorer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rows of trees.
@Repository
class ExplorerQueries {

    private static final String IS_EXPLORER = "select s.explorer_row from app.test_set s where s.id = :setId";
    private static final String MARK_SET = "update app.test_set set explorer_row = true where id = :setId";
    private static final String MARK_TEST = "update app.test set explorer_row = true where id = :testId";
    private static final String TESTS = """
            select t.id, coalesce(o.name, '') as topic, p.content, coalesce(t.test_metadata, '{}') as metadata
            from app.test_set_test h
            join app.test t on t.id = h.test_id and t.deleted_at is null
            join app.prompt p on p.id = t.prompt_id
            left join app.topic o on o.id = t.topic_id
            where h.test_set_id = :setId
            order by h.position
            """;
    private static final String TOPICS = """
            select e.id, e.path from app.explorer_topic e where e.test_set_id = :setId order by e.path
            """;
    private static final String ADD_TOPICS = """
            insert into app.explorer_topic (id, test_set_id, path)
            select uuidv7(), :setId, o.name
            from app.topic o
            where o.id = any(:topicIds)
            on conflict do nothing
            """;
    private static final String NAME = "select o.name from app.topic o where o.id = :topicId";
    private static final String REMOVE_TOPICS = """
            delete from app.explorer_topic e
            where e.test_set_id = :setId and (e.path = :path or starts_with(e.path, :path || '/'))
            """;
    private static final String MOVE = """
            update app.test t
            set topic_id = :topicId, version = t.version + 1, updated_at = now()
            where t.id = any(:testIds)
            """;
    private static final String NOTE = """
            update app.test t
            set test_metadata = coalesce(t.test_metadata, '{}') || cast(:changes as jsonb),
                version = t.version + 1, updated_at = now()
            where t.id = :testId
            """;
    private static final String SAY = """
            update app.prompt p
            set content = :content, version = p.version + 1, updated_at = now()
            where p.id = (select t.prompt_id from app.test t where t.id = :testId)
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    ExplorerQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    boolean isExplorer(UUID setId) {
        return database.sql(IS_EXPLORER)
                .param("setId", setId)
                .query(Boolean.class)
                .single();
    }

    void markSet(UUID setId) {
        database.sql(MARK_SET).param("setId", setId).update();
    }

    void markTest(UUID testId) {
        database.sql(MARK_TEST).param("testId", testId).update();
    }

    /// Reads the tests of a tree that have an input, in their order.
    List<TreeNode> tests(UUID setId) {
        return database.sql(TESTS)
                .param("setId", setId)
                .query((row, number) -> TreeNode.ofTest(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("content"),
                        metadata(row.getString("metadata"))))
                .list();
    }

    private JsonNode metadata(String text) {
        return json.readTree(text);
    }

    List<TreeNode> topics(UUID setId) {
        return database.sql(TOPICS)
                .param("setId", setId)
                .query((row, number) -> TreeNode.ofTopic(row.getObject("id", UUID.class), row.getString("path")))
                .list();
    }

    /// Adds topics to a tree under the names that they have; those it has already stay.
    void addTopics(UUID setId, Collection<UUID> topicIds) {
        database.sql(ADD_TOPICS)
                .param("setId", setId)
                .param("topicIds", topicIds.toArray(UUID[]::new))
                .update();
    }

    /// Returns the name of a topic, which may have other cases than those in which it was looked for.
    String nameOf(UUID topicId) {
        return database.sql(NAME).param("topicId", topicId).query(String.class).single();
    }

    /// Removes a topic and all below it.
    int removeTopics(UUID setId, String path) {
        return database.sql(REMOVE_TOPICS)
                .param("setId", setId)
                .param("path", path)
                .update();
    }

    void move(Collection<UUID> testIds, @Nullable UUID topicId) {
        database.sql(MOVE)
                .param("topicId", topicId)
                .param("testIds", testIds.toArray(UUID[]::new))
                .update();
    }

    /// Lays keys over the metadata of a test.
    void note(UUID testId, Map<String, ?> changes) {
        database.sql(NOTE)
                .param("testId", testId)
                .param("changes", json.writeValueAsString(changes))
                .update();
    }

    void say(UUID testId, String content) {
        database.sql(SAY).param("testId", testId).param("content", content).update();
    }
}
