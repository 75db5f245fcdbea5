package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.suite.generation.CellState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The rows of generations, as they begin, end and are told.
@Repository
class GenerationQueries {

    private static final String INSERT = """
            insert into app.test_generation (id, test_set_id, task, requested_tests, cells)
            values (:id, :testSetId, cast(:task as jsonb), :requested, cast(:cells as jsonb))
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
