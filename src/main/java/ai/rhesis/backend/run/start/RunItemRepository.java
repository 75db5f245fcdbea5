package ai.rhesis.backend.run.start;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pins the tests of a run, one statement for all of them.
@Repository
class RunItemRepository {

    private static final String REQUIREMENTS_OF_SET = """
            select distinct t.requirement_id
            from app.test_set_test h
            join app.test t on t.id = h.test_id and t.deleted_at is null
            where h.test_set_id = :setId and t.requirement_id is not null
            """;
    private static final String COUNT = """
            select count(*)
            from app.test_set_test h
            join app.test t on t.id = h.test_id and t.deleted_at is null
            where h.test_set_id = :setId
            """;
    private static final String REQUIREMENTS_OF_RUN = """
            select distinct t.requirement_id
            from app.tested_result t
            where t.test_run_id = :runId and t.deleted_at is null and t.requirement_id is not null
            """;
    private static final String ADD_FROM_SET = """
            insert into app.test_run_item (
                test_run_id, test_id, repetition, position, name, prompt_id, input, expected, script, category, topic,
                requirement_id, requirement, context, metric_ids)
            select :runId, s.test_id, n.repetition,
                   row_number() over (order by n.repetition, s.position, s.test_id),
                   s.name, s.prompt_id, s.content, s.expected_response, s.script, s.category, s.topic,
                   s.requirement_id, s.requirement, s.context,
                   array(select m.metric_id
                         from app.test_run_metric m
                         where m.test_run_id = :runId
                           and (m.requirement_ids is null or s.requirement_id = any(m.requirement_ids))
                           and case when s.script is null then 'Single-Turn' else 'Multi-Turn' end = any(m.scopes)
                         order by m.position)
            from (select t.id as test_id, h.position, t.name, p.id as prompt_id, p.content, p.expected_response,
                         case when t.prompt_id is null or y.value_key = 'multi-turn'
                              then t.test_configuration end as script,
                         c.name as category, o.name as topic, q.id as requirement_id, q.name as requirement,
                         t.test_metadata -> 'context' as context
                  from app.test_set_test h
                  join app.test t on t.id = h.test_id and t.deleted_at is null
                  join app.type_lookup y on y.id = t.test_type_id
                  left join app.prompt p on p.id = t.prompt_id
                  left join app.category c on c.id = t.category_id and c.deleted_at is null
                  left join app.topic o on o.id = t.topic_id and o.deleted_at is null
                  left join app.requirement q on q.id = t.requirement_id and q.deleted_at is null
                  where h.test_set_id = :setId) s
            cross join generate_series(1, :repetitions) as n (repetition)
            """;
    private static final String ADD_FROM_RUN = """
            insert into app.test_run_item (
                test_run_id, test_id, repetition, position, name, prompt_id, input, expected, script, category, topic,
                requirement_id, requirement, context, metric_ids, source_result_id)
            select :runId, (select l.id from app.test l where l.id = s.test_id and l.deleted_at is null), s.repetition,
                   row_number() over (order by s.position, s.id), s.name, s.prompt_id,
                   s.input, s.expected, s.script, s.category, s.topic, s.requirement_id, s.requirement,
                   (select i.context
                    from app.test_result r
                    join app.test_run_item i on i.id = r.test_run_item_id
                    where r.id = s.id),
                   array(select m.metric_id
                         from app.test_run_metric m
                         where m.test_run_id = :runId
                           and (m.requirement_ids is null or s.requirement_id = any(m.requirement_ids))
                           and case when s.script is null then 'Single-Turn' else 'Multi-Turn' end = any(m.scopes)
                         order by m.position),
                   s.id
            from app.tested_result s
            where s.test_run_id = :referenceId and s.deleted_at is null
            """;
    private static final String REOPEN = """
            with errored as (
                update app.test_result t
                set deleted_at = now(), updated_at = now(), version = t.version + 1
                where t.test_run_id = :runId and t.verdict = 'Error' and t.deleted_at is null
                  and t.test_run_item_id is not null
                returning t.test_run_item_id)
            update app.test_run_item i
            set state = 'Waiting', leased_by = null, leased_until = null
            where i.test_run_id = :runId
              and (i.state <> 'Done'
                   or i.id in (select e.test_run_item_id from errored e)
                   or not exists (select 1
                                  from app.test_result t
                                  where t.test_run_item_id = i.id and t.deleted_at is null))
            """;

    private final JdbcClient database;

    RunItemRepository(JdbcClient database) {
        this.database = database;
    }

    List<UUID> requirementsOf(UUID setId) {
        return database.sql(REQUIREMENTS_OF_SET)
                .param("setId", setId)
                .query(UUID.class)
                .list();
    }

    long count(UUID setId) {
        return database.sql(COUNT).param("setId", setId).query(Long.class).single();
    }

    List<UUID> requirementsOfRun(UUID runId) {
        return database.sql(REQUIREMENTS_OF_RUN)
                .param("runId", runId)
                .query(UUID.class)
                .list();
    }

    /// Answers how many pieces of work there are.
    int addFromSet(UUID runId, UUID setId, int repetitions) {
        return database.sql(ADD_FROM_SET)
                .param("runId", runId)
                .param("setId", setId)
                .param("repetitions", repetitions)
                .update();
    }

    int addFromRun(UUID runId, UUID referenceId) {
        return database.sql(ADD_FROM_RUN)
                .param("runId", runId)
                .param("referenceId", referenceId)
                .update();
    }

    /// Answers how many are to be done again; the results that they had are put aside.
    int reopen(UUID runId) {
        return database.sql(REOPEN).param("runId", runId).update();
    }
}
