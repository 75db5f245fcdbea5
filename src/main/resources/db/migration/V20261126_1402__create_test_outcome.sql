-- The outcome of each test of a run, the unit of comparisons: its repetitions are counted first and never as tests.

create function app.outcome(rule jsonb, n bigint, passes bigint, errors bigint, total_score double precision) returns text
    language sql immutable parallel safe as $$
    select case when errors = n then 'error'
                when case when rule is null or rule = '"all"' then passes = n
                          when rule = '"any"' then passes > 0
                          when rule ? 'k' then passes >= (rule ->> 'k')::int
                          else coalesce(total_score, 0) / n >= (rule ->> 'mean_score')::double precision end
                then 'pass'
                else 'fail' end
$$;

grant execute on function app.outcome(jsonb, bigint, bigint, bigint, double precision) to app_runtime, app_owner;

create view app.test_outcome
    with (security_invoker = true) as
select o.organization_id, o.test_run_id, o.test_id, o.content_hash, o.stimulus_hash, o.position, o.n, o.passes, o.errors,
       o.rule, app.outcome(o.rule, o.n, o.passes, o.errors, o.total_score) as outcome,
       o.passes::double precision / o.n as share,
       q.test_id is not null as quarantined
from (select r.organization_id, r.test_run_id, r.tested_id as test_id,
             min(r.content_hash) as content_hash,
             min(r.stimulus_hash) as stimulus_hash,
             coalesce(min(r.set_position), 2147483648 + min(r.position)) as position,
             count(*) as n,
             count(*) filter (where r.verdict = 'Pass') as passes,
             count(*) filter (where r.verdict = 'Error') as errors,
             any_value(r.pass_rule) as rule,
             sum(m.score) filter (where r.verdict <> 'Error') as total_score
      from app.test_result r
      left join lateral (
          select m.score
          from app.test_result_metric m
          where r.pass_rule ? 'mean_score' and m.organization_id = r.organization_id and m.test_result_id = r.id
            and (m.name = r.pass_rule ->> 'metric' or m.metric_id::text = r.pass_rule ->> 'metric')
          limit 1) m on true
      where r.deleted_at is null and r.test_run_id is not null and r.tested_id is not null
      group by r.organization_id, r.test_run_id, r.tested_id) o
left join app.test_quarantine q on q.organization_id = o.organization_id and q.test_id = o.test_id
                               and (q.until is null or q.until > now());

alter view app.test_outcome owner to app_owner;
grant select on app.test_outcome to app_runtime;

comment on view app.test_outcome is
'One row per run and test that has a living result. content_hash, stimulus_hash: of the test as of the writing of its
results, the least where a client changed the test between two; null where they are unknown. position: the order of the set,
behind it what the set does not hold. n, passes, errors: the stored repetitions, those that passed, those that are errors.
rule: the pass rule as the run pinned it, null for "all". outcome: error when all n are errors, else pass where the rule
holds, else fail; an error is no pass, and counts as a score of 0 for mean_score. share: passes / n. quarantined: at this
moment. Results without a test have no row.';
