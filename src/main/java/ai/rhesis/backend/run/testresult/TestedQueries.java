package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.suite.version.TestHashes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tests that results are of.
@Repository
class TestedQueries {

    private static final String OF_RESULTS = """
            select t.id as result_id, t.tested_id as id, t.name, t.input, t.expected,
                   t.script is not null as is_multi_turn, coalesce(t.prompt_id, x.prompt_id) as prompt_id,
                   t.requirement_id, t.requirement, t.category, t.topic
            from app.tested_result t
            left join app.test x on x.id = t.tested_id
            where t.id = any(cast(:ids as uuid[])) and not t.is_of_nothing
            """;

    /// The part of its test that a client's result keeps: hashes and rule as they are at its writing, and the place
    /// that the test has in the version that the run pinned.
    private static final String PIN = """
            update app.test_result r
            set content_hash = :contentHash, stimulus_hash = :stimulusHash,
                pass_rule = (select coalesce(t.pass_rule, s.pass_rule)
                             from app.test t
                             left join app.test_run u on u.id = r.test_run_id
                             left join app.test_set s on s.id = u.test_set_id
                             where t.id = r.test_id),
                set_position = (select m.position
                                from app.test_run u
                                join app.test_set_version v on v.id = u.test_set_version_id
                                join app.test_set_version_test m on m.test_set_id = v.test_set_id
                                                                and m.test_id = r.test_id and m.since_number <= v.number
                                                                and (m.until_number is null or m.until_number > v.number)
                                where u.id = r.test_run_id)
            where r.id = :resultId
            """;

    private final JdbcClient database;

    TestedQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds what was tested by the id of the result; nothing where nothing is known any more.
    Map<UUID, TestedView> find(Collection<UUID> resultIds) {
        Map<UUID, TestedView> tested = new HashMap<>();
        database.sql(OF_RESULTS).param("ids", resultIds.toArray(UUID[]::new)).query(row -> {
            TestedView view = view(row);
            tested.put(view.resultId(), view);
        });
        return tested;
    }

    /// Keeps what a client's result is of.
    void pin(UUID resultId, TestHashes hashes) {
        database.sql(PIN)
                .param("resultId", resultId)
                .param("contentHash", hashes.contentHash())
                .param("stimulusHash", hashes.stimulusHash())
                .update();
    }

    private static TestedView view(ResultSet row) throws SQLException {
        boolean isMultiTurn = row.getBoolean("is_multi_turn");
        return new TestedView(
                row.getObject("result_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("input"),
                row.getString("expected"),
                isMultiTurn,
                isMultiTurn ? null : prompt(row),
                requirement(row),
                row.getString("category"),
                row.getString("topic"));
    }

    private static TestedView.TestedPrompt prompt(ResultSet row) throws SQLException {
        return new TestedView.TestedPrompt(
                row.getObject("prompt_id", UUID.class), row.getString("input"), row.getString("expected"));
    }

    private static TestedView.@Nullable TestedRequirement requirement(ResultSet row) throws SQLException {
        String name = row.getString("requirement");
        return name == null
                ? null
                : new TestedView.TestedRequirement(row.getObject("requirement_id", UUID.class), name);
    }
}
