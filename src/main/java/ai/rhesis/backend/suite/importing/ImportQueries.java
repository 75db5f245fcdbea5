package ai.rhesis.backend.suite.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Imports under way and their rows.
@Repository
class ImportQueries {

    private static final String OPEN = """
            insert into app.import_session (id, filename, content, content_hash)
            values (:id, :filename, :content, :hash)
            """;

    private static final String FIND = """
            select id, filename, content_hash, test_type, import_key, test_set_id
            from app.import_session
            where id = :id and (test_set_id is not null or expires_at > now())
            """;

    private static final String CONTENT = "select content from app.import_session where id = :id";

    private static final String PARSED = """
            update app.import_session
            set test_type = :testType, import_key = :key
            where id = :id
            """;

    private static final String LOCK_KEY = """
            select pg_advisory_xact_lock(hashtextextended(app.current_organization() || :key, 0))
            """;

    private static final String FIND_IMPORTED = """
            select s.test_set_id
            from app.import_session s
            join app.test_set t on t.organization_id = s.organization_id and t.id = s.test_set_id
            where s.import_key = :key and t.deleted_at is null
            order by s.created_at
            limit 1
            """;

    private static final String FORGET_ROWS = "delete from app.import_row where import_id = :id";

    private static final String FINISH = """
            update app.import_session set content = null, test_set_id = :testSetId where id = :id
            """;

    private static final String DELETE = "delete from app.import_session where id = :id and test_set_id is null";

    private static final String CLEAR = """
            delete from app.import_session
            where (organization_id, id) in (
                select organization_id, id
                from app.import_session
                where test_set_id is null
                  and (expires_at < now() or id in (
                      select id
                      from app.import_session
                      where test_set_id is null
                      order by expires_at desc, id desc
                      offset :kept))
                order by expires_at
                limit 100
                for update skip locked)
            """;

    private final JdbcClient database;

    ImportQueries(JdbcClient database) {
        this.database = database;
    }

    void open(UUID id, UploadedFile file) {
        database.sql(OPEN)
                .param("id", id)
                .param("filename", file.filename())
                .param("content", file.content())
                .param("hash", file.hash())
                .update();
    }

    Optional<ImportSessionView> find(UUID id) {
        return session(FIND, id);
    }

    /// Finds the import and locks it until the transaction ends.
    Optional<ImportSessionView> lock(UUID id) {
        return session(FIND + "for update", id);
    }

    private Optional<ImportSessionView> session(String sql, UUID id) {
        return database.sql(sql)
                .param("id", id)
                .query((row, number) -> session(row))
                .optional();
    }

    private ImportSessionView session(ResultSet row) throws SQLException {
        return new ImportSessionView(
                row.getObject("id", UUID.class),
                row.getString("filename"),
                row.getString("content_hash"),
                row.getString("test_type"),
                row.getString("import_key"),
                row.getObject("test_set_id", UUID.class));
    }

    Optional<byte[]> findContent(UUID id) {
        return database.sql(CONTENT).param("id", id).query(byte[].class).optional();
    }

    void parsed(UUID id, String testType, String key) {
        database.sql(PARSED)
                .param("id", id)
                .param("testType", testType)
                .param("key", key)
                .update();
    }

    /// Lets only one at a time import the same, until its transaction ends.
    void lockKey(String key) {
        database.sql(LOCK_KEY).param("key", key).query((row, number) -> key).list();
    }

    /// Finds the living set that the same file was imported to.
    Optional<UUID> findImported(String key) {
        return database.sql(FIND_IMPORTED).param("key", key).query(UUID.class).optional();
    }

    /// Forgets all but which set it became.
    void finish(UUID id, UUID testSetId) {
        database.sql(FORGET_ROWS).param("id", id).update();
        database.sql(FINISH).param("id", id).param("testSetId", testSetId).update();
    }

    boolean delete(UUID id) {
        return database.sql(DELETE).param("id", id).update() == 1;
    }

    /// Removes imports of the organization that have expired or are older than the newest: some, but more than are
    /// made, so that they don't pile up.
    void clear(int kept) {
        database.sql(CLEAR).param("kept", kept).update();
    }
}
