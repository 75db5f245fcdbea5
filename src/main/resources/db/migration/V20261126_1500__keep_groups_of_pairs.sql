-- Pairs hold what comparisons group, cluster and time them by, so that sums read nothing else.

alter table app.paired_test
    add topic            text,
    add category         text,
    add requirement      text,
    add candidate_millis double precision,
    add baseline_millis  double precision;

update app.paired_test p
set topic = c.topic, category = c.category, requirement = c.requirement
from app.test_content c
where c.organization_id = p.organization_id and c.content_hash = p.content_hash;

-- Pairs are written by the statement that writes their pairing: checking that one for each of 100,000 takes as long as
-- finding them.
alter table app.paired_test
    drop constraint paired_test_organization_id_pairing_id_fkey;

create function app.delete_pairs() returns trigger
    language plpgsql as $$
begin
    delete from app.paired_test p where p.organization_id = old.organization_id and p.pairing_id = old.id;
    return null;
end
$$;

create trigger delete_pairs after delete on app.pairing
    for each row execute function app.delete_pairs();

grant delete on app.paired_test to app_runtime;

-- The name of the group that a test is in by a property, `metadata` being the value of a key of it; null where it has none.
create function app.group_name(kind text, topic text, category text, requirement text, metadata text) returns text
    language sql immutable parallel safe as $$
    select case kind when 'topic' then topic when 'category' then category when 'requirement' then requirement
                     when 'metadata' then metadata end
$$;

grant execute on function app.group_name(text, text, text, text, text) to app_runtime, app_owner;

create or replace view app.test_outcome
    with (security_invoker = true) as
select o.organization_id, o.test_run_id, o.test_id, o.content_hash, o.stimulus_hash, o.position, o.n, o.passes, o.errors,
       o.rule, app.outcome(o.rule, o.n, o.passes, o.errors, o.total_score) as outcome,
       o.passes::double precision / o.n as share,
       q.test_id is not null as quarantined,
       o.millis
from (select r.organization_id, r.test_run_id, r.tested_id as test_id,
             min(r.content_hash) as content_hash,
             min(r.stimulus_hash) as stimulus_hash,
             coalesce(min(r.set_position), 2147483648 + min(r.position)) as position,
             count(*) as n,
             count(*) filter (where r.verdict = 'Pass') as passes,
             count(*) filter (where r.verdict = 'Error') as errors,
             any_value(r.pass_rule) as rule,
             sum(m.score) filter (where r.verdict <> 'Error') as total_score,
             (avg(r.latency_millis) filter (where r.verdict <> 'Error'))::double precision as millis
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

comment on column app.test_outcome.millis is 'The mean latency of the repetitions that did not end in an error.';

update app.paired_test p
set candidate_millis = (select o.millis
                        from app.test_outcome o
                        where o.organization_id = p.organization_id and o.test_run_id = g.candidate_run_id
                          and o.test_id = p.test_id),
    baseline_millis = (select o.millis
                       from app.test_outcome o
                       where o.organization_id = p.organization_id and o.test_run_id = g.baseline_run_id
                         and o.test_id = p.baseline_test_id)
from app.pairing g
where g.organization_id = p.organization_id and g.id = p.pairing_id and p.delta is not null;
