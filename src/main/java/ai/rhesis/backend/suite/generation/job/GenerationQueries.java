package ai.rhesis.backend.suite.generation.job;

import ai.rhesis.backend.suite.generation.CellState;
import ai.rhesis.backend.suite.generation.GeneratedTest;
import ai.rhesis.backend.suite.generation.Produced;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of generations.
@Repository
class GenerationQueries {

    private static final TypeReference<List<CellState>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<GeneratedTest>> TESTS = new TypeReference<>() {};

    private static final String INSERT = """
            insert into app.test_generation (id, test_set_id, task, requested_tests, cells)
            values (:id, :testSetId, cast(:task as jsonb), :requested, cast(:cells as jsonb))
            """;

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
    private static final String END = """
            update app.test_generation
            set state = case when :state = 'Ended' and generated_tests > 0 then 'Completed'
                             when :state = 'Ended' then 'Failed' else :state end,
                error = case when generated_tests = requested_tests then null else :error end,
                ended_at = now(), surplus = '[]', version = version + 1
            where id = :id and state = 'Progress'
            """;
    private static final String TELL = """
            select g.id, g.test_set_id, g.state, g.requested_tests, g.generated_tests, g.error,
                   jsonb_array_length(g.cells) as cells,
                   (select count(*) from jsonb_array_elements(g.cells) c where (c.value ->> 'made')::int > 0) as covered
            from app.test_generation g
            """;
    private static final String FIND = TELL + """
            join app.test_set s on s.id = g.test_set_id
            where g.id = :id
            """;
    private static final String NEWEST = """
            select distinct on (n.test_set_id) n.*
            from (
            """ + TELL + """
                  where g.test_set_id = any(cast(:testSetIds as uuid[]))) n
            order by n.test_set_id, n.id desc
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    GenerationQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(UUID id, UUID testSetId, GenerationTask task, List<CellState> cells) {
        database.sql(INSERT)
                .param("id", id)
                .param("testSetId", testSetId)
                .param("task", json.writeValueAsString(task))
                .param("requested", cells.stream().mapToInt(CellState::wanted).sum())
                .param("cells", json.writeValueAsString(cells))
                .update();
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

    /// Ends a generation that goes on.
    ///
    /// @param state `Cancelled`, `Failed` or `Ended`: that is completed where there is a test at all
    boolean end(UUID id, String state, @Nullable String error) {
        return database.sql(END)
                        .param("id", id)
                        .param("state", state)
                        .param("error", error)
                        .update()
                > 0;
    }

    Optional<GenerationView> find(UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    /// Finds the newest generation of each set.
    List<GenerationView> newest(Collection<UUID> testSetIds) {
        return database.sql(NEWEST)
                .param("testSetIds", testSetIds.toArray(UUID[]::new))
                .query((row, number) -> view(row))
                .list();
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

    private static GenerationView view(ResultSet row) throws SQLException {
        return new GenerationView(
                row.getObject("id", UUID.class),
                row.getObject("test_set_id", UUID.class),
                GenerationState.of(row.getString("state")),
                row.getInt("requested_tests"),
                row.getInt("generated_tests"),
                row.getInt("cells"),
                row.getInt("covered"),
                row.getString("error"));
    }
}
