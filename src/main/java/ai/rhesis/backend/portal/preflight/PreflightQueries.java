package ai.rhesis.backend.portal.preflight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of preflights, and what test sets hold.
@Repository
class PreflightQueries {

    private static final String FORGET = """
            delete from app.preflight
            where user_id = app.current_user_id() and created_at < now() - interval '1 day'
            """;
    private static final String CREATE = """
            insert into app.preflight (id)
            values (:id)
            on conflict do nothing
            """;
    private static final String ADD_CHECKS = """
            insert into app.preflight_check (preflight_id, number, name, status, test_set_id, test_set_name)
            select :id, c.place - 1, c.name, 'running', cast(c.set_id as uuid), c.set_name
            from unnest(cast(:names as text[]), cast(:setIds as text[]), cast(:setNames as text[]))
                 with ordinality as c (name, set_id, set_name, place)
            """;
    private static final String NOTE = """
            update app.preflight_check
            set status = :status, message = :message, detail = :detail
            where preflight_id = :id and number = :place
            returning id
            """;
    private static final String FINISH = """
            update app.preflight
            set finished_at = now()
            where id = :id and finished_at is null
            """;
    private static final String END_OVERDUE = """
            with overdue as (
                update app.preflight
                set finished_at = now()
                where id = :id and finished_at is null and created_at < now() - interval '2 minutes'
                returning id)
            update app.preflight_check c
            set status = 'failed', message = 'The check was not finished within 120 seconds'
            from overdue o
            where c.preflight_id = o.id and c.status = 'running'
            """;
    private static final String IS_FINISHED = """
            select exists (select 1 from app.preflight where id = :id and finished_at is not null)
            """;
    private static final String CHECKS = """
            select name, status, message, detail, test_set_id, test_set_name
            from app.preflight_check
            where preflight_id = :id and (cast(:checkId as uuid) is null or id = :checkId)
            order by number
            """;
    private static final String CONTENTS = """
            select count(*) as tests,
                   count(*) filter (where t.prompt_id is not null and coalesce(p.expected_response, '') = '') as bare
            from app.test_set_test h
            join app.test t on t.id = h.test_id and t.deleted_at is null
            left join app.prompt p on p.id = t.prompt_id
            where h.test_set_id = :setId
            """;
    private static final String REQUIREMENTS = """
            select r.id, r.name,
                   exists (select 1
                           from app.requirement_metric l
                           join app.metric m on m.id = l.metric_id and m.deleted_at is null
                           where l.requirement_id = r.id) as is_covered
            from app.requirement r
            where r.deleted_at is null
              and r.id in (select t.requirement_id
                           from app.test_set_test h
                           join app.test t on t.id = h.test_id and t.deleted_at is null
                           where h.test_set_id = :setId)
            order by r.name
            """;

    private final JdbcClient database;

    PreflightQueries(JdbcClient database) {
        this.database = database;
    }

    void forgetOld() {
        database.sql(FORGET).update();
    }

    /// Creates a preflight; false when the user has one of this id.
    boolean create(UUID id) {
        return database.sql(CREATE).param("id", id).update() == 1;
    }

    void addChecks(UUID id, PreflightPlan plan) {
        database.sql(ADD_CHECKS)
                .param("id", id)
                .param("names", texts(plan, check -> check.name().toString()))
                .param(
                        "setIds",
                        texts(plan, check -> told(plan, check, set -> set.id().toString())))
                .param("setNames", texts(plan, check -> told(plan, check, CheckedSet::name)))
                .update();
    }

    private static @Nullable String[] texts(PreflightPlan plan, Function<PlannedCheck, @Nullable String> text) {
        return plan.checks().stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String told(PreflightPlan plan, PlannedCheck check, Function<CheckedSet, String> text) {
        CheckedSet set = plan.told(check);
        return set == null ? null : text.apply(set);
    }

    /// Keeps what was found, and returns the id of the check.
    UUID note(UUID id, int place, Finding finding) {
        return Objects.requireNonNull(database.sql(NOTE)
                .param("id", id)
                .param("place", place)
                .param("status", finding.status().toString())
                .param("message", finding.message())
                .param("detail", finding.detail())
                .query(UUID.class)
                .single());
    }

    boolean finish(UUID id) {
        return database.sql(FINISH).param("id", id).update() == 1;
    }

    void endOverdue(UUID id) {
        database.sql(END_OVERDUE).param("id", id).update();
    }

    boolean isFinished(UUID id) {
        return Boolean.TRUE.equals(
                database.sql(IS_FINISHED).param("id", id).query(Boolean.class).single());
    }

    List<CheckRow> checks(UUID id) {
        return check(id, null);
    }

    List<CheckRow> check(UUID id, @Nullable UUID checkId) {
        return database.sql(CHECKS)
                .param("id", id)
                .param("checkId", checkId)
                .query((row, number) -> check(row))
                .list();
    }

    private static CheckRow check(ResultSet row) throws SQLException {
        return new CheckRow(
                CheckName.of(row.getString("name")),
                new Finding(CheckStatus.of(row.getString("status")), row.getString("message"), row.getString("detail")),
                row.getObject("test_set_id", UUID.class),
                row.getString("test_set_name"));
    }

    Contents contents(UUID setId) {
        return database.sql(CONTENTS)
                .param("setId", setId)
                .query((row, number) -> new Contents(row.getLong("tests"), row.getLong("bare")))
                .single();
    }

    List<Requirement> requirements(UUID setId) {
        return database.sql(REQUIREMENTS)
                .param("setId", setId)
                .query((row, number) -> new Requirement(
                        row.getObject("id", UUID.class), row.getString("name"), row.getBoolean("is_covered")))
                .list();
    }

    /// @param withoutExpectation how many of the tests with a prompt have no expected response
    record Contents(long tests, long withoutExpectation) {}

    /// @param isCovered whether a metric judges its tests
    record Requirement(UUID id, String name, boolean isCovered) {}
}
