package ai.rhesis.backend.portal.notification;

import ai.rhesis.backend.annotation.task.TaskAssigned;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of new notifications, which whoever writes them can't read unless they are for them.
@Repository
class NoticeQueries {

    /// Leaves out who switched it off, and a project that was deleted meanwhile.
    private static final String OF_RUN = """
            with told as (
                select r.id, r.user_id, r.state, coalesce(r.test_set_name, r.name) as name,
                       (select p.id from app.project p where p.id = r.project_id and p.deleted_at is null) as project_id
                from app.test_run r
                join app.membership m on m.user_id = r.user_id
                where r.id = :runId
                  and m.settings #>> '{notifications,in_app,test_run_complete}' is distinct from 'false'),
            counted as (
                select count(*) filter (where t.verdict = 'Pass') as passed,
                       count(*) filter (where t.verdict = 'Fail') as failed,
                       count(*) filter (where t.verdict = 'Error') as errors
                from app.test_result t
                where t.test_run_id = :runId and t.deleted_at is null),
            stored as (
                insert into app.notification (id, user_id, project_id, event_type, section, title, body, is_failure,
                                              entity_type, entity_id)
                select :id, t.user_id, t.project_id, 'test_run.execution_completed', 'test-runs',
                       case when t.state = 'Failed' then format('"%s" failed', t.name)
                            else format('"%s" finished', t.name) end,
                       format('%s passed, %s failed', c.passed, c.failed)
                           || case when c.errors > 0 then format(', %s errors', c.errors) else '' end,
                       t.state = 'Failed', 'TestRun', t.id
                from told t, counted c)
            select user_id from told
            """;
    private static final String OF_TASK = """
            insert into app.notification (id, user_id, project_id, event_type, section, title, body, entity_type, entity_id)
            values (:id, :assignee, null, 'task.assigned', 'tasks', format('"%s" was assigned to you', cast(:title as text)),
                    (select 'Assigned by ' || coalesce(nullif(m.name, ''), m.email)
                     from app.membership m
                     where m.user_id = app.current_user_id()),
                    'Task', :taskId)
            """;

    private static final String OF_GENERATION = """
            with told as (
                select g.user_id, g.state, g.generated_tests, g.error, s.id, s.name,
                       (select p.id from app.project p where p.id = s.project_id and p.deleted_at is null) as project_id
                from app.test_generation g
                join app.test_set s on s.id = g.test_set_id
                where g.id = :generationId),
            stored as (
                insert into app.notification (id, user_id, project_id, event_type, section, title, body, is_failure,
                                              entity_type, entity_id)
                select :id, t.user_id, t.project_id, 'test_set.generation_completed', 'test-sets',
                       case when t.state = 'Failed' then format('"%s" could not be generated', t.name)
                            else format('"%s" is ready', t.name) end,
                       case when t.state = 'Failed' then coalesce(t.error, 'The model wrote no tests')
                            else format('%s tests were generated', t.generated_tests) end,
                       t.state = 'Failed', 'TestSet', t.id
                from told t)
            select user_id from told
            """;

    private final JdbcClient database;

    NoticeQueries(JdbcClient database) {
        this.database = database;
    }

    /// Tells the starter of a run; returns whom it told, or null when they don't want to know.
    @Nullable
    UUID insertOfRun(UUID id, UUID runId) {
        return database.sql(OF_RUN)
                .param("id", id)
                .param("runId", runId)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /// Tells the starter of a generation; returns whom it told.
    @Nullable
    UUID insertOfGeneration(UUID id, UUID generationId) {
        return database.sql(OF_GENERATION)
                .param("id", id)
                .param("generationId", generationId)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    UUID insertOfTask(UUID id, TaskAssigned task) {
        database.sql(OF_TASK)
                .param("id", id)
                .param("assignee", task.assigneeId())
                .param("title", task.title())
                .param("taskId", task.taskId())
                .update();
        return task.assigneeId();
    }
}
