package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.suite.version.content.RunningHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The versions of test sets.
@Repository
class VersionQueries {

    private static final String SELECT = """
            select v.id, v.test_set_id, v.number, l.label, v.description, v.hash, v.tests, v.added, v.removed, v.changed,
                   v.restored_number, v.created_at,
            """ + UserReference.COLUMNS + """
            from app.test_set_version v
            left join app.test_set_version_label l on l.test_set_id = v.test_set_id and l.number = v.number
            left join app.membership u on u.user_id = v.user_id
            """;
    private static final String LIST = SELECT + """
            where v.test_set_id = :setId
            order by v.number desc
            limit :limit offset :skip
            """;
    private static final String COUNT = "select count(*) from app.test_set_version where test_set_id = :setId";
    private static final String LAST = SELECT + """
            where v.test_set_id = :setId
            order by v.number desc
            limit 1
            """;
    private static final String BY_NUMBER = SELECT + "where v.test_set_id = :setId and v.number = :key";
    private static final String BY_LABEL = SELECT + "where v.test_set_id = :setId and l.label = :key";
    /// The newest of those that have the same tests.
    private static final String BY_HASH = SELECT + """
            where v.test_set_id = :setId and v.hash = :key
            order by v.number desc
            limit 1
            """;
    private static final String STATE = """
            select hash_state, last_position, tests
            from app.test_set_version
            where test_set_id = :setId and number = :number
            """;
    private static final String INSERT = """
            insert into app.test_set_version (
                test_set_id, number, description, hash, tests, added, removed, changed, restored_number, last_position,
                hash_state)
            values (:setId, :number, :description, :hash, :tests, :added, :removed, :changed, :restored, :lastPosition,
                    :state)
            """;
    private static final String UNLABEL =
            "delete from app.test_set_version_label where test_set_id = :setId and number = :number";
    private static final String LABEL = """
            insert into app.test_set_version_label as l (test_set_id, number, label)
            values (:setId, :number, :label)
            on conflict (organization_id, test_set_id, number) do update set label = excluded.label
            """;

    private final JdbcClient database;

    VersionQueries(JdbcClient database) {
        this.database = database;
    }

    /// Reads the versions of a set, the newest first.
    List<TestSetVersion> list(UUID setId, int skip, int limit) {
        return database.sql(LIST)
                .param("setId", setId)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> version(row))
                .list();
    }

    long count(UUID setId) {
        return database.sql(COUNT).param("setId", setId).query(Long.class).single();
    }

    Optional<TestSetVersion> last(UUID setId) {
        return database.sql(LAST)
                .param("setId", setId)
                .query((row, number) -> version(row))
                .optional();
    }

    Optional<TestSetVersion> findByNumber(UUID setId, int number) {
        return find(BY_NUMBER, setId, number);
    }

    Optional<TestSetVersion> findByLabel(UUID setId, String label) {
        return find(BY_LABEL, setId, label);
    }

    Optional<TestSetVersion> findByHash(UUID setId, String hash) {
        return find(BY_HASH, setId, hash);
    }

    private Optional<TestSetVersion> find(String sql, UUID setId, Object key) {
        return database.sql(sql)
                .param("setId", setId)
                .param("key", key)
                .query((row, place) -> version(row))
                .optional();
    }

    /// Reads the end of a version's tests, from which the hash of the next goes on.
    VersionEnd end(UUID setId, int number) {
        return database.sql(STATE)
                .param("setId", setId)
                .param("number", number)
                .query((row, place) -> new VersionEnd(
                        RunningHash.from(row.getBytes("hash_state")), row.getInt("last_position"), row.getInt("tests")))
                .single();
    }

    void insert(UUID setId, NewVersion version, VersionEnd end) {
        database.sql(INSERT)
                .param("setId", setId)
                .param("number", version.number())
                .param("description", version.description())
                .param("hash", end.hash().hex())
                .param("tests", end.tests())
                .param("added", version.changes().added())
                .param("removed", version.changes().removed())
                .param("changed", version.changes().changed())
                .param("restored", version.restoredNumber())
                .param("lastPosition", end.position())
                .param("state", end.hash().stored())
                .update();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when another version of the set has the label
    void label(UUID setId, int number, @Nullable String label) {
        if (label == null) {
            database.sql(UNLABEL).param("setId", setId).param("number", number).update();
        } else {
            database.sql(LABEL)
                    .param("setId", setId)
                    .param("number", number)
                    .param("label", label)
                    .update();
        }
    }

    private static TestSetVersion version(ResultSet row) throws SQLException {
        return new TestSetVersion(
                row.getObject("id", UUID.class),
                row.getObject("test_set_id", UUID.class),
                row.getInt("number"),
                row.getString("label"),
                row.getString("description"),
                row.getString("hash"),
                row.getInt("tests"),
                row.getInt("added"),
                row.getInt("removed"),
                row.getInt("changed"),
                row.getObject("restored_number", Integer.class),
                Times.of(row, "created_at"),
                UserReference.of(row));
    }
}
