package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pairs of the tests of two runs.
@Repository
class PairingQueries {

    private static final String OF_OUTCOMES = """
            with c as (select * from app.test_outcome where test_run_id = :candidate),
            b as (select * from app.test_outcome where test_run_id = :baseline),
            """;
    private static final String OF_AUTOMATIC_OUTCOMES = """
            with c as (select * from app.automatic_outcome where test_run_id = :candidate),
            b as (select * from app.automatic_outcome where test_run_id = :baseline),
            """;
    /// Sets quarantined tests apart first. Pairs are tests with the same id and stimulus, then of the others those
    /// with the same stimulus, the k-th with the k-th. A test whose stimulus changed under its id can't be
    /// compared. Who comes second with the same pairing waits for the first and writes nothing.
    ///
    /// Rows of pairs carry no more than they need, and contents are looked up by their hashes: an organization may
    /// have many times those of two runs.
    private static final String PAIRS = """
            both_runs as materialized (
                select o.c_id, o.b_id, o.c_position, o.b_position, o.c_n, o.b_n, o.c_rule, o.b_rule,
                       o.c_outcome, o.b_outcome, o.c_share, o.b_share, o.c_millis, o.b_millis, o.kind, o.c_content,
                       case when o.kind <> 'pair' then o.b_content end as b_content,
                       case when o.kind <> 'pair' then o.c_stimulus end as c_stimulus,
                       case when o.kind <> 'pair' then o.b_stimulus end as b_stimulus
                from (select c.test_id as c_id, c.content_hash as c_content, c.stimulus_hash as c_stimulus, c.position as c_position,
                             c.n as c_n, c.rule as c_rule, c.outcome as c_outcome, c.share as c_share, c.millis as c_millis,
                             b.test_id as b_id, b.content_hash as b_content, b.stimulus_hash as b_stimulus, b.position as b_position,
                             b.n as b_n, b.rule as b_rule, b.outcome as b_outcome, b.share as b_share, b.millis as b_millis,
                             case when c.quarantined or b.quarantined then 'quarantined'
                                  when c.test_id = b.test_id and c.stimulus_hash is not distinct from b.stimulus_hash then 'pair'
                                  else 'other' end as kind
                      from c
                      full join b on b.test_id = c.test_id) o),
            others as materialized (select * from both_runs where kind <> 'pair'),
            c_others as (
                select c_id, c_content, c_stimulus, c_position, c_n, c_rule, c_outcome, c_share, c_millis,
                       row_number() over (partition by c_stimulus order by c_position, c_id) as c_place
                from others
                where kind = 'other' and c_id is not null),
            b_others as (
                select b_id, b_content, b_stimulus, b_position, b_n, b_rule, b_outcome, b_share, b_millis,
                       row_number() over (partition by b_stimulus order by b_position, b_id) as b_place
                from others
                where kind = 'other' and b_id is not null),
            renamed as materialized (
                select * from c_others join b_others on b_stimulus = c_stimulus and b_place = c_place),
            unpaired as (
                select o.*, o.c_id is not null and c.c_id is null as is_c_single, o.b_id is not null and b.b_id is null as is_b_single
                from others o
                left join renamed c on c.c_id = o.c_id
                left join renamed b on b.b_id = o.b_id
                where o.kind = 'other'),
            version as (
                select r.test_set_id, r.test_set_version_number as number from app.test_run r where r.id = :candidate),
            pairs as not materialized (
                select c_position as position, c_id, b_id, c_n = b_n and c_rule is not distinct from b_rule as is_alike,
                       c_outcome, b_outcome, c_share, b_share, c_content, c_millis, b_millis, c_n, b_n
                from both_runs
                where kind = 'pair'
                union all
                select c_position, c_id, b_id, c_n = b_n and c_rule is not distinct from b_rule,
                       c_outcome, b_outcome, c_share, b_share, c_content, c_millis, b_millis, c_n, b_n
                from renamed),
            contents as (
                select t.content_hash, t.topic, t.category, t.requirement
                from app.test_content t
                where t.content_hash = any (array(select c_content from both_runs union all select b_content from others))),
            kept as (
                insert into app.pairing as g (id, candidate_run_id, baseline_run_id, measure)
                select :id, :candidate, :baseline, case when coalesce(bool_and(is_alike), true) then 'outcome' else 'share' end
                from pairs
                on conflict (organization_id, id) do update set has_pairs = true, used_at = now() where not g.has_pairs
                returning organization_id, id, measure = 'outcome' as by_outcome),
            listed as (
                select p.position, 0 as side, null as outcome, p.c_id as test_id, p.b_id as baseline_test_id,
                       case when k.by_outcome then (p.c_outcome = 'pass')::int else p.c_share end as candidate,
                       case when k.by_outcome then (p.b_outcome = 'pass')::int else p.b_share end as baseline,
                       p.c_outcome, p.b_outcome, p.c_content as content_hash, p.c_millis, p.b_millis, p.c_n, p.b_n
                from pairs p
                cross join kept k
                union all
                select c_position, 0, case when is_b_single then 'not_comparable' else 'new' end, c_id, case when is_b_single then b_id end,
                       null, null, c_outcome, case when is_b_single then b_outcome end, c_content, null, null, null, null
                from unpaired
                where is_c_single
                union all
                select b_position, 1,
                       case when exists (select 1
                                         from app.test_set_version_test t
                                         where t.test_set_id = (select test_set_id from version) and t.test_id = b_id
                                           and t.since_number <= (select number from version)
                                           and (t.until_number is null or t.until_number > (select number from version)))
                            then 'not_run' else 'missing' end,
                       b_id, b_id, null, null, null, b_outcome, b_content, null, null, null, null
                from unpaired
                where is_b_single and not is_c_single
                union all
                select coalesce(c_position, b_position), 0, 'quarantined', coalesce(c_id, b_id), b_id, null, null, c_outcome, b_outcome,
                       coalesce(c_content, b_content), null, null, null, null
                from others
                where kind = 'quarantined')
            insert into app.paired_test (
                organization_id, pairing_id, position, outcome, test_id, baseline_test_id, candidate, baseline, delta, candidate_errs,
                baseline_errs, content_hash, topic, category, requirement, candidate_millis, baseline_millis,
                candidate_repetitions, baseline_repetitions)
            select k.organization_id, k.id, row_number() over (order by r.position, r.side, r.test_id),
                   coalesce(r.outcome, case when r.candidate > r.baseline then 'improved'
                                            when r.candidate < r.baseline then 'regressed' else 'unchanged' end),
                   r.test_id, r.baseline_test_id, r.candidate, r.baseline, r.candidate - r.baseline,
                   coalesce(r.c_outcome = 'error', false), coalesce(r.b_outcome = 'error', false), r.content_hash,
                   t.topic, t.category, t.requirement, r.c_millis, r.b_millis, r.c_n, r.b_n
            from kept k
            cross join listed r
            left join contents t on t.content_hash = r.content_hash
            """;
    private static final String PAIR = OF_OUTCOMES + PAIRS;
    private static final String PAIR_AUTOMATICALLY = OF_AUTOMATIC_OUTCOMES + PAIRS;

    private final JdbcClient database;

    PairingQueries(JdbcClient database) {
        this.database = database;
    }

    /// Pairs the tests of two runs, unless somebody else has done so at the same moment.
    ///
    /// @param isAutomatic whether reviews are left out
    void pair(UUID id, UUID candidate, UUID baseline, boolean isAutomatic) {
        database.sql(isAutomatic ? PAIR_AUTOMATICALLY : PAIR)
                .param("id", id)
                .param("candidate", candidate)
                .param("baseline", baseline)
                .update();
    }
}
