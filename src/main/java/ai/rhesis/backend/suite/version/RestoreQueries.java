package ai.rhesis.backend.suite.version;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.suite.version.content.ContentRows;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The writing of a set's tests as they were.
@Repository
class RestoreQueries {

    private static final int FETCH_SIZE = 1000;

    private static final String REMOVE =
            "delete from app.test_set_test where test_set_id = :setId and test_id = any(cast(:ids as uuid[]))";
    private static final String PUT = """
            insert into app.test_set_test as h (test_set_id, test_id, position)
            select :setId, n.id, n.position
            from unnest(cast(:ids as uuid[]), cast(:positions as int[])) as n (id, position)
            on conflict (organization_id, test_set_id, test_id) do update set position = excluded.position
            """;
    private static final String CURRENT = "select c.* from app.current_content(cast(:ids as uuid[])) c";
    private static final String HELD_ELSEWHERE = """
            select distinct h.test_id
            from app.test_set_test h
            where h.test_id = any(cast(:ids as uuid[])) and h.test_set_id <> :setId
            """;
    private static final String NEW_CONTENT = """
            from unnest(cast(:ids as uuid[]), cast(:originals as uuid[]), cast(:prompts as uuid[]),
                        cast(:configurations as text[]), cast(:types as uuid[]), cast(:categories as uuid[]),
                        cast(:topics as uuid[]), cast(:requirements as uuid[]), cast(:metadata as text[]))
                 as n (id, original, prompt_id, configuration, type_id, category_id, topic_id, requirement_id, metadata)
            """;
    private static final String UPDATE = """
            update app.test t
            set prompt_id = n.prompt_id, test_configuration = cast(n.configuration as jsonb), test_type_id = n.type_id,
                category_id = n.category_id, topic_id = n.topic_id, requirement_id = n.requirement_id,
                test_metadata = cast(n.metadata as jsonb), deleted_at = null, updated_at = now(), version = t.version + 1
            """ + NEW_CONTENT + "where t.id = n.id";
    /// Copies, and tests that were removed for good. What a content doesn't say a copy has of its original.
    private static final String INSERT = """
            insert into app.test (
                id, name, description, prompt_id, test_configuration, test_type_id, category_id, topic_id, requirement_id,
                project_id, parent_id, status_id, owner_id, assignee_id, priority, test_metadata, repetitions, pass_rule)
            select n.id, o.name, o.description, n.prompt_id, cast(n.configuration as jsonb), n.type_id, n.category_id,
                   n.topic_id, n.requirement_id, coalesce(app.current_project(), o.project_id, s.project_id),
                   (select p.id from app.test p where p.id = o.parent_id and p.deleted_at is null),
                   (select l.id from app.status l where l.id = o.status_id and l.deleted_at is null),
                   o.owner_id, o.assignee_id, o.priority, cast(n.metadata as jsonb), o.repetitions, o.pass_rule
            """ + NEW_CONTENT + """
            join app.test_set s on s.id = :setId
            left join app.test o on o.id = n.original
            where not exists (select from app.test t where t.id = n.id)
            """;
    private final JdbcClient database;
    private final ContentRows contents;

    RestoreQueries(JdbcClient database, ContentRows contents) {
        this.database = database;
        this.contents = contents;
    }

    /// Takes tests out of the set.
    void remove(UUID setId, List<UUID> testIds) {
        if (!testIds.isEmpty()) {
            database.sql(REMOVE)
                    .param("setId", setId)
                    .param("ids", testIds.toArray(UUID[]::new))
                    .update();
        }
    }

    /// Puts tests into the set, each at its place.
    void put(UUID setId, List<VersionMember> members) {
        if (!members.isEmpty()) {
            database.sql(PUT)
                    .param("setId", setId)
                    .param("ids", Columns.uuids(members, VersionMember::testId))
                    .param("positions", Columns.numbers(members, VersionMember::position))
                    .update();
        }
    }

    /// Finds the tests that live and still have the content.
    Set<UUID> unchanged(List<VersionMember> members) {
        Set<UUID> same = new HashSet<>();
        Map<UUID, String> wanted = members.stream().collect(toMap(VersionMember::testId, VersionMember::contentHash));
        database.sql(CURRENT)
                .param("ids", Columns.uuids(members, VersionMember::testId))
                .withFetchSize(FETCH_SIZE)
                .query(row -> {
                    UUID id = row.getObject("test_id", UUID.class);
                    boolean lives = row.getString("test_type") != null;
                    if (lives && contents.read(row).contentHash().equals(wanted.get(id))) {
                        same.add(id);
                    }
                });
        return same;
    }

    /// Finds the tests that another set holds too, deleted or not.
    List<UUID> heldElsewhere(UUID setId, List<VersionMember> members) {
        return database.sql(HELD_ELSEWHERE)
                .param("setId", setId)
                .param("ids", Columns.uuids(members, VersionMember::testId))
                .query(UUID.class)
                .list();
    }

    /// Sets tests back, brings back the deleted, and makes those that do not exist.
    void write(RestoredColumns tests) {
        database.sql(UPDATE).paramSource(tests).update();
        database.sql(INSERT).paramSource(tests).update();
    }
}
