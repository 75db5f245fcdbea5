package ai.rhesis.backend.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Imports under way and their rows.
@Repository
class ImportRepository {

    private static final String OPEN = """
            insert into app.import_session (id, filename, content, content_hash, mapping)
            values (:id, :filename, :content, :hash, cast(:mapping as jsonb))
            """;

    private static final String FIND = """
            select id, filename, content_hash, mapping, test_type, import_key, test_set_id
            from app.import_session
            where id = :id and (test_set_id is not null or expires_at > now())
            """;

    private static final String CONTENT = "select content from app.import_session where id = :id";

    private static final String PARSED = """
            update app.import_session
            set mapping = cast(:mapping as jsonb), test_type = :testType, import_key = :key
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

    private static final String FINISH = """
            update app.import_session set content = null, test_set_id = :testSetId where id = :id
            """;

    private static final String DELETE = "delete from app.import_session where id = :id and test_set_id is null";

    private static final String CLEAR = """
            delete from app.import_session
            where (organization_id, id) in (
                select organization_id, id
                from app.import_session
                where expires_at < now() and test_set_id is null
                order by expires_at
                limit 100
                for update skip locked)
            """;

    private static final String DELETE_ROWS = "delete from app.import_row where import_id = :id";

    private static final String INSERT_ROWS = """
            insert into app.import_row (import_id, position, row_number, test, errors, warnings, is_bad)
            select :id, n.position, n.row_number, cast(n.test as jsonb), cast(n.errors as jsonb),
                   cast(n.warnings as jsonb), n.errors <> '[]'
            from unnest(cast(:positions as int[]), cast(:numbers as int[]), cast(:tests as text[]),
                        cast(:errors as text[]), cast(:warnings as text[]))
                 as n (position, row_number, test, errors, warnings)
            """;

    private static final String PAGE = """
            select position, row_number, test, errors, warnings
            from app.import_row
            where import_id = :id and position >= :from and position < :to
            order by position
            """;

    private static final String BAD_ROWS = """
            select position, row_number, test, errors, warnings
            from app.import_row
            where import_id = :id and is_bad
            order by position
            offset :skip limit :limit
            """;

    private static final String COUNT = """
            select count(*) as total, count(*) filter (where is_bad) as bad from app.import_row where import_id = :id
            """;

    private static final TypeReference<List<Issue>> ISSUES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    ImportRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void open(UUID id, UploadedFile file, Mapping mapping) {
        database.sql(OPEN)
                .param("id", id)
                .param("filename", file.filename())
                .param("content", file.content())
                .param("hash", file.hash())
                .param("mapping", json.writeValueAsString(mapping))
                .update();
    }

    Optional<ImportSessionView> find(UUID id) {
        return session(FIND, id);
    }

    /// The same, locked until the transaction ends.
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
                json.readValue(row.getString("mapping"), Mapping.class),
                row.getString("test_type"),
                row.getString("import_key"),
                row.getObject("test_set_id", UUID.class));
    }

    Optional<byte[]> findContent(UUID id) {
        return database.sql(CONTENT).param("id", id).query(byte[].class).optional();
    }

    void parsed(UUID id, Mapping mapping, String testType, String key) {
        database.sql(PARSED)
                .param("id", id)
                .param("mapping", json.writeValueAsString(mapping))
                .param("testType", testType)
                .param("key", key)
                .update();
    }

    /// Lets only one at a time import the same, until its transaction ends.
    void lockKey(String key) {
        database.sql(LOCK_KEY).param("key", key).query((row, number) -> key).list();
    }

    /// The living set that the same was imported to.
    Optional<UUID> findImported(String key) {
        return database.sql(FIND_IMPORTED).param("key", key).query(UUID.class).optional();
    }

    /// Forgets all but which set it became.
    void finish(UUID id, UUID testSetId) {
        deleteRows(id);
        database.sql(FINISH).param("id", id).param("testSetId", testSetId).update();
    }

    boolean delete(UUID id) {
        return database.sql(DELETE).param("id", id).update() == 1;
    }

    /// Removes some expired imports of the organization: more than are made, so that they don't pile up.
    void clear() {
        database.sql(CLEAR).update();
    }

    void deleteRows(UUID id) {
        database.sql(DELETE_ROWS).param("id", id).update();
    }

    void insertRows(UUID id, List<ImportRow> rows) {
        database.sql(INSERT_ROWS)
                .param("id", id)
                .param("positions", rows.stream().map(ImportRow::position).toArray(Integer[]::new))
                .param("numbers", rows.stream().map(ImportRow::number).toArray(Integer[]::new))
                .param(
                        "tests",
                        rows.stream()
                                .map(ImportRow::test)
                                .map(json::writeValueAsString)
                                .toArray(String[]::new))
                .param(
                        "errors",
                        rows.stream()
                                .map(ImportRow::errors)
                                .map(json::writeValueAsString)
                                .toArray(String[]::new))
                .param(
                        "warnings",
                        rows.stream()
                                .map(ImportRow::warnings)
                                .map(json::writeValueAsString)
                                .toArray(String[]::new))
                .update();
    }

    List<ImportRow> findRows(UUID id, int from, int to) {
        return database.sql(PAGE)
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row(row))
                .list();
    }

    List<ImportRow> findBadRows(UUID id, int skip, int limit) {
        return database.sql(BAD_ROWS)
                .param("id", id)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    RowCounts count(UUID id) {
        return database.sql(COUNT)
                .param("id", id)
                .query((row, number) -> new RowCounts(row.getInt("total"), row.getInt("bad")))
                .single();
    }

    private ImportRow row(ResultSet row) throws SQLException {
        return new ImportRow(
                row.getInt("position"),
                row.getInt("row_number"),
                json.readTree(row.getString("test")),
                json.readValue(row.getString("errors"), ISSUES),
                json.readValue(row.getString("warnings"), ISSUES));
    }

    /// How many rows there are, and how many of them can't be imported.
    record RowCounts(int total, int bad) {}
}
