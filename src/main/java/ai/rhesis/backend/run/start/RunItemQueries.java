package ai.rhesis.backend.run.start;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pinned tests of a run, written by one statement for all of them.
@Repository
class RunItemQueries {

    private static final String REQUIREMENTS_OF_SET = """
            select distinct t.requirement_id
            from app.test_set_test h
            join app.test t on t.id = h.test_id and t.deleted_at is null
            where h.test_set_id = :setId and t.requirement_id is not null
            """;
    private static final String COUNT = """
            select coalesce(sum(coalesce(t.repetitions, s.repetitions, :repetitions)), 0)
            from app.test_set_test h
            join app.test_set s on s.id = h.test_set_id
            join app.test t on t.id = h.test_id and t.deleted_at is null
            where h.test_set_id = :setId
            """;
    private static final String REQUIREMENTS_OF_RUN = """
            select distinct t.requirement_id
            from app.tested_result t
            where t.test_run_id = :runId and t.deleted_at is null and t.requirement_id is not null
            """;
    /// The tests of the version that the run pinned, as that has them: what is edited at this moment is in
    /// the next one. Repetitions and rule are those of the test, else of the set, else of the execution. A run
    /// that may end early has them in a random order that its id is the seed of, all repetitions in a row.
    private static final String ADD_FROM_VERSION = """
            insert into app.test_run_item (
                test_run_id, test_id, tested_id, repetition, position, set_position, name, prompt_id, input, expected,
                script, category, topic, requirement_id, requirement, context, metric_ids, content_hash, stimulus_hash,
                repetitions, pass_rule)
            select :runId, s.test_id, s.test_id, n.repetition,
                   row_number() over (order by case when :isSeeded then md5(cast(:runId as text) || s.test_id) end,
                                               case when not :isSeeded then n.repetition end, s.position, s.test_id,
                                               n.repetition),
                   s.position, s.name, s.prompt_id, s.prompt, s.expected_response, s.script, s.category, s.topic,
                   s.requirement_id, s.requirement, s.context,
                   array(select m.metric_id
                         from app.test_run_metric m
                         where m.test_run_id = :runId
                           and (m.requirement_ids is null or s.requirement_id = any(m.requirement_ids))
                           and case when s.script is null then 'Single-Turn' else 'Multi-Turn' end = any(m.scopes)
                         order by m.position),
                   s.content_hash, s.stimulus_hash, s.repetitions, s.pass_rule
            from (select t.id as test_id, m.position, t.name, p.id as prompt_id, c.prompt, c.expected_response,
                         case when c.prompt is null or lower(c.test_type) = 'multi-turn'
                              then c.test_configuration end as script,
                         c.category, c.topic, q.id as requirement_id, c.requirement,
                         c.metadata -> 'context' as context, c.content_hash, c.stimulus_hash,
                         coalesce(t.repetitions, e.repetitions, :repetitions) as repetitions,
                         coalesce(t.pass_rule, e.pass_rule, cast(:passRule as jsonb)) as pass_rule
                  from app.test_run r
                  join app.test_set_version v on v.id = r.test_set_version_id
                  join app.test_set e on e.id = v.test_set_id
                  join app.test_set_version_test m on m.test_set_id = v.test_set_id and m.since_number <= v.number
                                                  and (m.until_number is null or m.until_number > v.number)
                  join app.test_content c on c.content_hash = m.content_hash
                  join app.test t on t.id = m.test_id and t.deleted_at is null
                  left join app.prompt p on p.id = t.prompt_id
                  left join app.requirement q on q.id = t.requirement_id and q.deleted_at is null
                  where r.id = :runId) s
            cross join lateral generate_series(1, s.repetitions) as n (repetition)
            """;
    private static final String ADD_FROM_RUN = """
            insert into app.test_run_item (
                test_run_id, test_id, tested_id, repetition, position, set_position, name, prompt_id, input, expected,
                script, category, topic, requirement_id, requirement, context, metric_ids, source_result_id, content_hash,
                stimulus_hash, repetitions, pass_rule)
            select :runId, (select l.id from app.test l where l.id = s.test_id and l.deleted_at is null), r.tested_id,
                   s.repetition, row_number() over (order by s.position, s.id), r.set_position, s.name, s.prompt_id,
                   s.input, s.expected, s.script, s.category, s.topic, s.requirement_id, s.requirement,
                   i.context,
                   array(select m.metric_id
                         from app.test_run_metric m
                         where m.test_run_id = :runId
                           and (m.requirement_ids is null or s.requirement_id = any(m.requirement_ids))
                           and case when s.script is null then 'Single-Turn' else 'Multi-Turn' end = any(m.scopes)
                         order by m.position),
                   s.id, r.content_hash, r.stimulus_hash, coalesce(i.repetitions, 1), r.pass_rule
            from app.tested_result s
            join app.test_result r on r.id = s.id
            left join app.test_run_item i on i.id = r.test_run_item_id
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

    RunItemQueries(JdbcClient database) {
        this.database = database;
    }

    List<UUID> requirementsOf(UUID setId) {
        return database.sql(REQUIREMENTS_OF_SET)
                .param("setId", setId)
                .query(UUID.class)
                .list();
    }

    /// Returns how many results a run of the set would have.
    long count(UUID setId, int repetitions) {
        return database.sql(COUNT)
                .param("setId", setId)
                .param("repetitions", repetitions)
                .query(Long.class)
                .single();
    }

    List<UUID> requirementsOfRun(UUID runId) {
        return database.sql(REQUIREMENTS_OF_RUN)
                .param("runId", runId)
                .query(UUID.class)
                .list();
    }

    /// Returns how many pieces of work there are.
    int addFromVersion(UUID runId, ExecutionOptions options) {
        return database.sql(ADD_FROM_VERSION)
                .param("runId", runId)
                .param("repetitions", options.repetitions())
                .param("isSeeded", options.stopWhen() != null)
                .param(
                        "passRule",
                        options.passRule() == null ? null : options.passRule().toString())
                .update();
    }

    int addFromRun(UUID runId, UUID referenceId) {
        return database.sql(ADD_FROM_RUN)
                .param("runId", runId)
                .param("referenceId", referenceId)
                .update();
    }

    /// Returns how many are to be done again; the results that they had are put aside.
    int reopen(UUID runId) {
        return database.sql(REOPEN).param("runId", runId).update();
    }
}
