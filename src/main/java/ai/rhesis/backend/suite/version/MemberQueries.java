package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.suite.version.content.ContentRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ranges of versions that each test of a set is in.
@Repository
class MemberQueries {

    private static final int FETCH_SIZE = 1000;

    /// Versions of one set are made one after the other. The set itself stays free: who adds tests to it meanwhile
    /// does not wait, and the notes of these tests are for the next version.
    private static final String LOCK = """
            select pg_advisory_xact_lock(
                hashtextextended('test_set_version ' || app.current_organization() || ' ' || :setId, 0))
            """;
    private static final String HAS_NOTES =
            "select exists (select from app.test_set_unversioned where test_set_id = :setId)";
    private static final String TAKE_NOTES =
            "delete from app.test_set_unversioned where test_set_id = :setId returning test_id";
    /// The tests in the order of the set; those that it doesn't hold come last. Each is looked up by its id (`limit
    /// 1`): a merge would read all tests of the set.
    private static final String STATES = """
            select c.*, h.position, o.position as was_position, o.content_hash as was_hash
            from app.current_content(cast(:ids as uuid[])) c
            left join lateral (
                select m.position
                from app.test_set_test m
                where m.test_set_id = :setId and m.test_id = c.test_id
                limit 1) h on true
            left join lateral (
                select m.position, m.content_hash
                from app.test_set_version_test m
                where m.test_set_id = :setId and m.test_id = c.test_id and m.until_number is null
                limit 1) o on true
            order by h.position, c.test_id
            """;
    private static final String CLOSE = """
            update app.test_set_version_test
            set until_number = :number
            where test_set_id = :setId and test_id = any(cast(:ids as uuid[])) and until_number is null
            """;
    private static final String OPEN = """
            insert into app.test_set_version_test (test_set_id, since_number, test_id, position, content_hash)
            select :setId, :number, n.id, n.position, n.hash
            from unnest(cast(:ids as uuid[]), cast(:positions as int[]), cast(:hashes as text[])) as n (id, position, hash)
            """;
    private static final String NEWEST = """
            select position, content_hash
            from app.test_set_version_test
            where test_set_id = :setId and until_number is null
            order by position, test_id
            """;

    private final JdbcClient database;
    private final ContentRows contents;

    MemberQueries(JdbcClient database, ContentRows contents) {
        this.database = database;
        this.contents = contents;
    }

    /// Lets no other transaction make a version of the set until this one ends.
    void lock(UUID setId) {
        database.sql(LOCK)
                .param("setId", setId.toString())
                .query((row, number) -> number)
                .list();
    }

    /// Tells whether a test may differ from the last version.
    boolean hasNotes(UUID setId) {
        return database.sql(HAS_NOTES)
                .param("setId", setId)
                .query(Boolean.class)
                .single();
    }

    /// Takes the notes of tests that may differ. Who reads the tests after this sees the changes that were noted.
    List<UUID> takeNotes(UUID setId) {
        return database.sql(TAKE_NOTES).param("setId", setId).query(UUID.class).list();
    }

    /// Reads the tests as they are with one statement. Close the stream.
    Stream<MemberState> states(UUID setId, List<UUID> testIds) {
        return database
                .sql(STATES)
                .param("setId", setId)
                .param("ids", testIds.toArray(UUID[]::new))
                .withFetchSize(FETCH_SIZE)
                .query((row, number) -> state(row))
                .stream();
    }

    private MemberState state(ResultSet row) throws SQLException {
        return new MemberState(
                row.getObject("test_id", UUID.class),
                row.getObject("position", Integer.class),
                row.getString("test_type") == null ? null : contents.read(row),
                row.getObject("was_position", Integer.class),
                row.getString("was_hash"));
    }

    /// Ends the open ranges of the tests before a version.
    void close(UUID setId, int number, List<UUID> testIds) {
        if (testIds.isEmpty()) {
            return;
        }
        database.sql(CLOSE)
                .param("setId", setId)
                .param("number", number)
                .param("ids", testIds.toArray(UUID[]::new))
                .update();
    }

    /// Opens ranges from a version on.
    void open(UUID setId, int number, List<VersionMember> members) {
        if (members.isEmpty()) {
            return;
        }
        database.sql(OPEN)
                .param("setId", setId)
                .param("number", number)
                .param("ids", Columns.uuids(members, VersionMember::testId))
                .param("positions", Columns.numbers(members, VersionMember::position))
                .param("hashes", Columns.texts(members, VersionMember::contentHash))
                .update();
    }

    /// Reads the hashes of the newest version anew.
    VersionEnd newest(UUID setId) {
        VersionEnd[] end = {VersionEnd.ofNothing()};
        database.sql(NEWEST).param("setId", setId).withFetchSize(FETCH_SIZE).query(row -> {
            end[0] = end[0].with(row.getInt("position"), row.getString("content_hash"));
        });
        return end[0];
    }
}
