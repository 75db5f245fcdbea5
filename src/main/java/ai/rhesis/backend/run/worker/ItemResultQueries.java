package ai.rhesis.backend.run.worker;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The writing of items' results.
@Repository
class ItemResultQueries {

    /// Results, what the metrics said, and the items as done, in one statement, and only while the run is in
    /// progress. The lock on the run that counts the positions is held until the commit: so they are in the order
    /// of commits. A test that was deleted since the start is referred to by its item, and not anew by the
    /// result. Each item is looked up by its id and nothing else (`limit 1`): given the run and the state as well,
    /// the planner read all open items of the run for each where it took them for few.
    private static final String WRITE = """
            with run as (
                update app.test_run
                set last_position = last_position + :count
                where id = :runId and state = 'Progress' and deleted_at is null
                returning id, test_configuration_id, last_position - :count as base),
            label as materialized (
                select s.id, s.name_key
                from app.status s
                join app.type_lookup e on e.id = s.entity_type_id
                where e.type_name = 'EntityType' and e.value_key = 'testresult' and s.deleted_at is null),
            written as (
                insert into app.test_result (
                    id, nano_id, test_configuration_id, test_run_id, test_run_item_id, test_id, tested_id, content_hash,
                    stimulus_hash, set_position, pass_rule, prompt_id, repetition, status_id, verdict, error, error_type,
                    test_output, position, latency_millis, input_tokens, output_tokens, cost_micros,
                    judge_input_tokens, judge_output_tokens, judge_cost_micros)
                select n.id, n.nano_id, run.test_configuration_id, run.id, i.id, t.id, i.tested_id,
                       i.content_hash, i.stimulus_hash, i.set_position, i.pass_rule, p.id, i.repetition, label.id,
                       n.verdict, n.error, n.error_type, cast(n.output as jsonb), run.base + n.place, n.latency,
                       n.input_tokens, n.output_tokens, n.cost, n.judge_input_tokens, n.judge_output_tokens,
                       n.judge_cost
                from run
                cross join unnest(cast(:ids as uuid[]), cast(:nanoIds as text[]), cast(:itemIds as uuid[]),
                                  cast(:verdicts as text[]), cast(:errors as text[]), cast(:errorTypes as text[]),
                                  cast(:outputs as text[]), cast(:latencies as bigint[]),
                                  cast(:inputTokens as int[]), cast(:outputTokens as int[]),
                                  cast(:costs as bigint[]), cast(:judgeInputTokens as int[]),
                                  cast(:judgeOutputTokens as int[]), cast(:judgeCosts as bigint[])) with ordinality
                     as n (id, nano_id, item_id, verdict, error, error_type, output, latency, input_tokens,
                           output_tokens, cost, judge_input_tokens, judge_output_tokens, judge_cost, place)
                cross join lateral (
                    select i.id, i.test_run_id, i.test_id, i.tested_id, i.content_hash, i.stimulus_hash, i.set_position,
                           i.pass_rule, i.prompt_id, i.repetition, i.state
                    from app.test_run_item i
                    where i.id = n.item_id
                    limit 1) i
                left join app.test t on t.id = i.test_id and t.deleted_at is null
                left join app.prompt p on p.id = i.prompt_id and p.deleted_at is null
                left join label on label.name_key = lower(n.verdict)
                where i.test_run_id = run.id and i.state <> 'Done'
                on conflict do nothing
                returning id, test_run_item_id),
            judged as (
                insert into app.test_result_metric (
                    test_result_id, name, position, metric_id, score, category, is_successful, threshold, reason, error,
                    error_type, duration_millis, input_tokens, output_tokens, cost_micros)
                select w.id, m.name, m.place, m.metric_id, m.score, m.category, m.is_successful, m.threshold, m.reason,
                       m.error, m.error_type, m.duration, m.input_tokens, m.output_tokens, m.cost
                from written w
                join unnest(cast(:metricItemIds as uuid[]), cast(:metricNames as text[]), cast(:metricIds as uuid[]),
                            cast(:metricScores as float8[]), cast(:metricCategories as text[]), cast(:metricSuccesses as bool[]),
                            cast(:metricThresholds as float8[]), cast(:metricReasons as text[]), cast(:metricErrors as text[]),
                            cast(:metricErrorTypes as text[]), cast(:metricDurations as bigint[]),
                            cast(:metricInputTokens as int[]), cast(:metricOutputTokens as int[]), cast(:metricCosts as bigint[]))
                     with ordinality
                     as m (item_id, name, metric_id, score, category, is_successful, threshold, reason, error, error_type,
                           duration, input_tokens, output_tokens, cost, place)
                  on m.item_id = w.test_run_item_id),
            done as (
                update app.test_run_item i
                set state = 'Done', leased_by = null, leased_until = null
                from written w
                where i.id = w.test_run_item_id)
            select count(*) from run
            """;

    private final JdbcClient database;

    ItemResultQueries(JdbcClient database) {
        this.database = database;
    }

    /// Writes each result whose item has none yet.
    ///
    /// @return whether the run is in progress; if not, nothing was written
    boolean write(UUID runId, List<ItemResult> itemResults) {
        return database.sql(WRITE)
                        .paramSource(ItemResultColumns.of(runId, itemResults))
                        .query(Long.class)
                        .single()
                == 1;
    }
}
