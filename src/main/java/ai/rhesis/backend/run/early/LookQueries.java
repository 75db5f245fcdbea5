package ai.rhesis.backend.run.early;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pairs of a run's tests with those of its baseline, made before it begins, and their finished prefix.
@Repository
class LookQueries {

    /// Pairs as comparisons do: by id and stimulus, then of the others the k-th with the k-th of one stimulus.
    private static final String PAIR = """
            with c as (
                select distinct on (i.tested_id) i.tested_id, i.stimulus_hash, i.set_position
                from app.test_run_item i
                where i.test_run_id = :runId
                  and not exists (select 1 from app.current_quarantine q where q.test_id = i.tested_id)),
            b as (
                select o.test_id, o.stimulus_hash, o.position
                from app.test_outcome o
                where o.test_run_id = :baseline and not o.quarantined),
            same as (
                select c.tested_id, b.test_id
                from c
                join b on b.test_id = c.tested_id and b.stimulus_hash is not distinct from c.stimulus_hash),
            c_others as (
                select c.tested_id, c.stimulus_hash,
                       row_number() over (partition by c.stimulus_hash order by c.set_position, c.tested_id) as place
                from c
                where not exists (select 1 from same s where s.tested_id = c.tested_id)),
            b_others as (
                select b.test_id, b.stimulus_hash,
                       row_number() over (partition by b.stimulus_hash order by b.position, b.test_id) as place
                from b
                where not exists (select 1 from same s where s.test_id = b.test_id)),
            paired as (
                select * from same
                union all
                select c.tested_id, b.test_id from c_others c join b_others b using (stimulus_hash, place))
            update app.test_run_item i
            set baseline_test_id = p.test_id
            from paired p
            where i.test_run_id = :runId and i.tested_id = p.tested_id
            """;
    private static final String SHARED_TOPICS = """
            select count(*)
            from (select i.topic
                  from app.test_run_item i
                  where i.test_run_id = :runId and i.baseline_test_id is not null and i.topic is not null
                  group by i.topic
                  having count(distinct i.tested_id) > 1) t
            """;
    /// Outcomes differ where every pair has equal repetitions and rules in both runs, else shares.
    private static final String BY_OUTCOME = """
            select coalesce(bool_and(b.n = i.repetitions and b.rule is not distinct from i.pass_rule), true)
            from app.test_run_item i
            join (select * from app.test_outcome where test_run_id = :baseline) b on b.test_id = i.baseline_test_id
            where i.test_run_id = :runId and i.repetition = 1
            """;
    /// The next tests all of whose repetitions are done, and before which everything is.
    private static final String NEXT = """
            with open as (
                select min(position) as position
                from app.test_run_item
                where test_run_id = :runId and baseline_test_id is not null and state <> 'Done'),
            done as (
                select i.tested_id, any_value(i.baseline_test_id) as baseline_test_id, max(i.position) as position
                from app.test_run_item i
                where i.test_run_id = :runId and i.baseline_test_id is not null and i.position > :after
                  and i.position < coalesce((select position from open), 2147483647)
                group by i.tested_id
                having count(*) = max(i.repetitions)
                order by max(i.position)
                limit :most)
            select d.position, c.outcome = 'error' or b.outcome = 'error' as errs,
                   case when :byOutcome then (c.outcome = 'pass')::int - (b.outcome = 'pass')::int
                        else c.share - b.share end::double precision as difference
            from done d
            cross join lateral (
                select o.outcome, o.share
                from app.test_outcome o
                where o.test_run_id = :runId and o.test_id = d.tested_id
                limit 1) c
            cross join lateral (
                select o.outcome, o.share
                from app.test_outcome o
                where o.test_run_id = :baseline and o.test_id = d.baseline_test_id
                limit 1) b
            order by d.position
            """;

    private final JdbcClient database;

    LookQueries(JdbcClient database) {
        this.database = database;
    }

    void pair(UUID runId, UUID baseline) {
        database.sql(PAIR).param("runId", runId).param("baseline", baseline).update();
    }

    /// Counts the topics in which two tests or more are paired.
    long sharedTopics(UUID runId) {
        return database.sql(SHARED_TOPICS)
                .param("runId", runId)
                .query(Long.class)
                .single();
    }

    boolean isByOutcome(UUID runId, UUID baseline) {
        return database.sql(BY_OUTCOME)
                .param("runId", runId)
                .param("baseline", baseline)
                .query(Boolean.class)
                .single();
    }

    /// Reads up to `most` tests of the finished prefix behind a position.
    List<Look> next(EarlyDecision decision, boolean byOutcome, int most) {
        return database.sql(NEXT)
                .param("runId", decision.runId())
                .param("baseline", decision.baselineId())
                .param("after", decision.position())
                .param("byOutcome", byOutcome)
                .param("most", most)
                .query((row, number) ->
                        new Look(row.getInt("position"), row.getDouble("difference"), row.getBoolean("errs")))
                .list();
    }
}
