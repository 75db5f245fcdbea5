package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Pairs the tests of two runs.
@Repository
class PairingRepository {

    /// Everything that a pairing is made of: the version of each result counts its changes, reviews among them.
    private static final String FINGERPRINT = """
            select format('%s %s %s %s', count(*), sum(hashtextextended(concat_ws(' ', r.id, r.version, r.verdict), 0)),
                          (select coalesce(string_agg(q.test_id::text, ' ' order by q.test_id), '')
                           from app.test_quarantine q
                           where (q.until is null or q.until > now())
                             and exists (select 1
                                         from app.test_result x
                                         where x.tested_id = q.test_id and x.deleted_at is null
                                           and x.test_run_id in (:candidate, :baseline))),
                          (select v.test_set_version_hash from app.test_run v where v.id = :candidate))
            from app.test_result r
            where r.test_run_id in (:candidate, :baseline) and r.deleted_at is null
            """;
    private static final String EXISTS = """
            select exists (select 1 from app.pairing where id = :id)
            """;
    /// Sets quarantined tests apart first. Pairs are tests with the same id and stimulus, then of those left the
    /// ones with the same stimulus, the k-th with the k-th. A test whose stimulus changed under its id can't be
    /// compared.
    private static final String PAIR = """
            with c as materialized (
                select o.*, o.outcome = 'error' as errs from app.test_outcome o where o.test_run_id = :candidate),
            b as materialized (
                select o.*, o.outcome = 'error' as errs from app.test_outcome o where o.test_run_id = :baseline),
            apart as (
                select test_id from c where quarantined union select test_id from b where quarantined),
            c1 as materialized (select * from c where test_id not in (select test_id from apart)),
            b1 as materialized (select * from b where test_id not in (select test_id from apart)),
            same as materialized (
                select c1.test_id as c_id, b1.test_id as b_id
                from c1
                join b1 on b1.test_id = c1.test_id and b1.stimulus_hash is not distinct from c1.stimulus_hash),
            c2 as (
                select c1.test_id, c1.stimulus_hash,
                       row_number() over (partition by c1.stimulus_hash order by c1.position, c1.test_id) as k
                from c1
                left join same on same.c_id = c1.test_id
                where same.c_id is null and c1.stimulus_hash is not null),
            b2 as (
                select b1.test_id, b1.stimulus_hash,
                       row_number() over (partition by b1.stimulus_hash order by b1.position, b1.test_id) as k
                from b1
                left join same on same.b_id = b1.test_id
                where same.b_id is null and b1.stimulus_hash is not null),
            matched as materialized (
                select c_id, b_id from same
                union all
                select c2.test_id, b2.test_id from c2 join b2 using (stimulus_hash, k)),
            c3 as (select c1.* from c1 left join matched m on m.c_id = c1.test_id where m.c_id is null),
            b3 as (select b1.* from b1 left join matched m on m.b_id = b1.test_id where m.b_id is null),
            version as (
                select r.test_set_id, r.test_set_version_number as number from app.test_run r where r.id = :candidate),
            listed as (
                select c1.position, 0 as side, null as outcome, c1.test_id, b1.test_id as baseline_test_id,
                       c1.n = b1.n and c1.rule is not distinct from b1.rule as is_alike,
                       c1.outcome = 'pass' as candidate_passes, b1.outcome = 'pass' as baseline_passes,
                       c1.share as candidate_share, b1.share as baseline_share,
                       c1.errs as candidate_errs, b1.errs as baseline_errs, c1.content_hash
                from matched m
                join c1 on c1.test_id = m.c_id
                join b1 on b1.test_id = m.b_id
                union all
                select c3.position, 0, case when b3.test_id is null then 'new' else 'not_comparable' end, c3.test_id,
                       b3.test_id, null, null, null, null, null, c3.errs, coalesce(b3.errs, false), c3.content_hash
                from c3
                left join b3 on b3.test_id = c3.test_id
                union all
                select b3.position, 1,
                       case when exists (select 1
                                         from version v
                                         join app.test_set_version_test t on t.test_set_id = v.test_set_id
                                         where t.test_id = b3.test_id and t.since_number <= v.number
                                           and (t.until_number is null or t.until_number > v.number))
                            then 'not_run' else 'missing' end,
                       b3.test_id, b3.test_id, null, null, null, null, null, false, b3.errs, b3.content_hash
                from b3
                where not exists (select 1 from c3 where c3.test_id = b3.test_id)
                union all
                select coalesce(c.position, b.position), 0, 'quarantined', a.test_id, b.test_id, null, null, null, null, null,
                       coalesce(c.errs, false), coalesce(b.errs, false), coalesce(c.content_hash, b.content_hash)
                from apart a
                left join c on c.test_id = a.test_id
                left join b on b.test_id = a.test_id),
            measured as (select coalesce(bool_and(is_alike), true) as by_outcome from listed),
            kept as (
                insert into app.pairing (id, candidate_run_id, baseline_run_id, measure)
                select :id, :candidate, :baseline, case when by_outcome then 'outcome' else 'share' end
                from measured
                on conflict (organization_id, id) do nothing),
            rated as (
                select l.*,
                       case when by_outcome then candidate_passes::int else candidate_share end as candidate,
                       case when by_outcome then baseline_passes::int else baseline_share end as baseline
                from listed l, measured)
            insert into app.paired_test (
                pairing_id, position, outcome, test_id, baseline_test_id, candidate, baseline, delta, candidate_errs,
                baseline_errs, content_hash)
            select :id, row_number() over (order by position, side, test_id),
                   coalesce(outcome, case when candidate > baseline then 'improved'
                                          when candidate < baseline then 'regressed' else 'unchanged' end),
                   test_id, baseline_test_id, candidate, baseline, candidate - baseline, candidate_errs, baseline_errs,
                   content_hash
            from rated
            on conflict (organization_id, pairing_id, position) do nothing
            """;
    private static final String BY_OUTCOME = """
            select measure = 'outcome' from app.pairing where id = :id
            """;
    private final JdbcClient database;

    PairingRepository(JdbcClient database) {
        this.database = database;
    }

    /// Everything in the database that the pairing of two runs follows from, summed up.
    String fingerprint(UUID candidate, UUID baseline) {
        return database.sql(FINGERPRINT)
                .param("candidate", candidate)
                .param("baseline", baseline)
                .query(String.class)
                .single();
    }

    boolean exists(UUID id) {
        return database.sql(EXISTS).param("id", id).query(Boolean.class).single();
    }

    /// Pairs the tests of two runs, unless somebody else has done so at the same moment.
    void pair(UUID id, UUID candidate, UUID baseline) {
        database.sql(PAIR)
                .param("id", id)
                .param("candidate", candidate)
                .param("baseline", baseline)
                .update();
    }

    /// Whether pairs differ by their outcomes, and not by the shares of their repetitions that passed.
    boolean isByOutcome(UUID id) {
        return database.sql(BY_OUTCOME).param("id", id).query(Boolean.class).single();
    }
}
