package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.suite.generation.CellState;
import ai.rhesis.backend.suite.generation.GeneratedCase;
import ai.rhesis.backend.suite.generation.Produced;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of generations, as nodes work on them.
@Repository
class GenerationWorkQueries {

    private static final TypeReference<List<CellState>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<GeneratedCase>> TESTS = new TypeReference<>() {};

    /// Leaves out what nobody waits for.
    private static final String OPEN = """
            select g.id, g.test_set_id, s.project_id, g.version, g.task, g.cells, g.surplus, g.calls
            from app.test_generation g
            join app.test_set s on s.id = g.test_set_id and s.deleted_at is null
            where g.id = :id and g.state = 'Progress'
            """;
    private static final String IS_OPEN = """
            select exists (
                select from app.test_generation g
                join app.test_set s on s.id = g.test_set_id and s.deleted_at is null
                where g.id = :id and g.state = 'Progress')
            """;
    private static final String TAKEN = """
            select text
            from (select h.position,
                         coalesce(p.content, concat_ws(' ', t.test_configuration ->> 'goal',
                                                       t.test_configuration ->> 'scenario')) as text
                  from app.test_set_test h
                  join app.test t on t.id = h.test_id and t.deleted_at is null
                  left join app.prompt p on p.id = t.prompt_id
                  where h.test_set_id = :testSetId
                  order by h.position desc
                  limit 1000) newest
            order by position
            """;
    /// Locks the row; nothing is returned where the generation went on elsewhere.
    private static final String LOCK = """
            select g.id
            from app.test_generation g
            where g.id = :id and g.state = 'Progress' and g.version = :version
            for no key update
            """;
    private static final String ADVANCE = """
            update app.test_generation
            set generated_tests = generated_tests + :tests, cells = cast(:cells as jsonb),
                surplus = cast(:surplus as jsonb), calls = :calls, version = version + 1
            where id = :id
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    GenerationWorkQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<GenerationWork> open(UUID id) {
        return database.sql(OPEN)
                .param("id", id)
                .query((row, number) -> work(row))
                .optional();
    }

    boolean isOpen(UUID id) {
        return database.sql(IS_OPEN).param("id", id).query(Boolean.class).single();
    }

    boolean lock(UUID id, long version) {
        return database.sql(LOCK)
                .param("id", id)
                .param("version", version)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /// Notes what was produced, of which so many tests were written.
    void advance(UUID id, Produced produced, int tests) {
        database.sql(ADVANCE)
                .param("id", id)
                .param("tests", tests)
                .param("cells", json.writeValueAsString(produced.cells()))
                .param("surplus", json.writeValueAsString(produced.surplus()))
                .param("calls", produced.calls())
                .update();
    }

    private GenerationWork work(ResultSet row) throws SQLException {
        UUID testSetId = row.getObject("test_set_id", UUID.class);
        return new GenerationWork(
                row.getObject("id", UUID.class),
                testSetId,
                row.getObject("project_id", UUID.class),
                row.getLong("version"),
                json.readValue(row.getString("task"), GenerationTask.class),
                json.readValue(row.getString("cells"), CELLS),
                json.readValue(row.getString("surplus"), TESTS),
                row.getInt("calls"),
                database.sql(TAKEN)
                        .param("testSetId", testSetId)
                        .query(String.class)
                        .list());
    }
}
