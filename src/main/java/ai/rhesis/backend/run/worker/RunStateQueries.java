package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.run.early.EarlyDecision;
import ai.rhesis.backend.run.testrun.TestRunState;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The state of runs that are being executed.
@Repository
class RunStateQueries {

    private static final String LOOK = """
            select state, coalesce(deadline < now(), false) as is_overdue
            from app.test_run
            where id = :runId and deleted_at is null
            """;
    /// The status shown for a state is the organization's own, where it has one called so.
    private static final String MOVE = """
            update app.test_run
            set state        = :state,
                state_reason = :reason,
                status_id    = (select s.id
                                from app.status s
                                join app.type_lookup e on e.id = s.entity_type_id
                                where e.type_name = 'EntityType' and e.value_key = 'testrun'
                                  and s.name_key = lower(:state) and s.deleted_at is null
                                limit 1),
                started_at   = coalesce(started_at, now()),
                completed_at = case when :isFinal then now() end,
                deadline     = case when not :isFinal then now() + make_interval(secs => :seconds) end,
                updated_at   = now(),
                version      = version + 1
            where id = :runId and state = any(cast(:sources as text[])) and deleted_at is null
            """;
    private static final String DECIDED = """
            update app.test_run set decided_position = :position where id = :runId
            """;
    private static final String OUTCOME = """
            select (select count(*)
                    from app.test_run_item i
                    where i.test_run_id = :runId and i.state <> 'Done') as open,
                   count(*) as results,
                   count(*) filter (where r.verdict = 'Error') as errors,
                   mode() within group (order by r.error) filter (where r.verdict = 'Error') as error
            from app.test_result r
            where r.test_run_id = :runId and r.deleted_at is null
            """;

    private final JdbcClient database;

    RunStateQueries(JdbcClient database) {
        this.database = database;
    }

    /// Reads the state of a run; nothing when the run was deleted.
    Optional<Moment> look(UUID runId) {
        return database.sql(LOOK)
                .param("runId", runId)
                .query((row, number) ->
                        new Moment(TestRunState.of(row.getString("state")), row.getBoolean("is_overdue")))
                .optional();
    }

    /// Starts the clock of a run that waited; does nothing to one that is in progress.
    void begin(UUID runId, int deadlineSeconds) {
        move(runId, TestRunState.PROGRESS, null, deadlineSeconds);
    }

    /// Ends a run none of whose items is open.
    ///
    /// @return whether it ended
    boolean finish(UUID runId) {
        Outcome outcome = database.sql(OUTCOME)
                .param("runId", runId)
                .query((row, number) -> new Outcome(
                        row.getLong("open"), row.getLong("results"), row.getLong("errors"), row.getString("error")))
                .single();
        return outcome.open() == 0 && move(runId, outcome.state(), outcome.reason(), 0);
    }

    /// Ends a run that is decided by its finished prefix.
    ///
    /// @return whether it ended; not when it is over already
    boolean decide(EarlyDecision decision) {
        UUID runId = decision.runId();
        boolean isEnded = move(runId, TestRunState.COMPLETED, "It was decided early: " + decision.word() + ".", 0);
        if (isEnded) {
            database.sql(DECIDED)
                    .param("runId", runId)
                    .param("position", decision.position())
                    .update();
        }
        return isEnded;
    }

    private boolean move(UUID runId, TestRunState state, @Nullable String reason, int seconds) {
        return database.sql(MOVE)
                        .param("runId", runId)
                        .param("state", state.toString())
                        .param("reason", reason)
                        .param("isFinal", state.isFinal())
                        .param("seconds", seconds)
                        .param("sources", state.sources())
                        .update()
                == 1;
    }

    /// The state of a run.
    record Moment(TestRunState state, boolean isOverdue) {}

    /// @param error the most frequent error of its tests
    private record Outcome(
            long open, long results, long errors, @Nullable String error) {

        TestRunState state() {
            return TestRunState.after(results, errors);
        }

        @Nullable
        String reason() {
            if (results == 0) {
                return "There was nothing to run.";
            }
            if (results > errors) {
                return null;
            }
            return error == null
                    ? "No test could be run and judged."
                    : "No test could be run and judged. Most frequent error: " + error;
        }
    }
}
