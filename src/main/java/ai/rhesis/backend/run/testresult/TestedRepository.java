package ai.rhesis.backend.run.testresult;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tests that results are of.
@Repository
class TestedRepository {

    private static final String OF_RESULTS = """
            select t.id as result_id, t.tested_id as id, t.name, t.input, t.expected,
                   t.script is not null as is_multi_turn, t.requirement, t.category, t.topic
            from app.tested_result t
            where t.id = any(cast(:ids as uuid[])) and not t.is_of_nothing
            """;

    private final JdbcClient database;

    TestedRepository(JdbcClient database) {
        this.database = database;
    }

    /// By the id of the result; nothing where nothing is known any more.
    Map<UUID, TestedView> find(Collection<UUID> resultIds) {
        Map<UUID, TestedView> tested = new HashMap<>();
        database.sql(OF_RESULTS).param("ids", resultIds.toArray(UUID[]::new)).query(row -> {
            TestedView view = view(row);
            tested.put(view.resultId(), view);
        });
        return tested;
    }

    private static TestedView view(ResultSet row) throws SQLException {
        return new TestedView(
                row.getObject("result_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("input"),
                row.getString("expected"),
                row.getBoolean("is_multi_turn"),
                row.getString("requirement"),
                row.getString("category"),
                row.getString("topic"));
    }
}
