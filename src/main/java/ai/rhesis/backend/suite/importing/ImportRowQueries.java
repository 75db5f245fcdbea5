package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.suite.importing.mapping.Issue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of imports under way, as their last parsing made them.
@Repository
class ImportRowQueries {

    private static final int BATCH = 1_000;

    private static final String DELETE = "delete from app.import_row where import_id = :id";

    private static final String INSERT = """
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

    ImportRowQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Makes these the rows of the import, and no others.
    void replace(UUID id, List<ImportRow> rows) {
        database.sql(DELETE).param("id", id).update();
        for (List<ImportRow> batch : Batches.of(rows, BATCH)) {
            database.sql(INSERT)
                    .paramSource(ImportRowColumns.of(id, batch, json))
                    .update();
        }
    }

    List<ImportRow> find(UUID id, int from, int to) {
        return database.sql(PAGE)
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> row(row))
                .list();
    }

    List<ImportRow> findBad(UUID id, int skip, int limit) {
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

    /// Counts of all rows and of those that can't be imported.
    record RowCounts(int total, int bad) {}
}
