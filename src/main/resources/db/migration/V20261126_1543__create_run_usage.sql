-- What each run used, noted when it ends and again when it ends once more after it was taken up. It stays when the run is
-- deleted, so that the usage of a month is what it was.

create table app.run_usage (
    organization_id uuid   not null,
    -- a value and no link
    test_run_id     uuid   not null,
    -- the first day of the month in which the run ended first, in UTC
    period_start    date   not null,
    test_executions bigint not null,
    model_tokens    bigint not null,
    primary key (organization_id, test_run_id)
);

create index run_usage_period on app.run_usage (organization_id, period_start);

call app.tenant_table('app.run_usage', 'select, insert, update');

insert into app.run_usage (organization_id, test_run_id, period_start, test_executions, model_tokens)
select r.organization_id, r.id, date_trunc('month', coalesce(r.completed_at, r.created_at) at time zone 'UTC')::date,
       count(t.id),
       coalesce(sum(coalesce(t.input_tokens, 0)::bigint + coalesce(t.output_tokens, 0)
                    + coalesce(t.judge_input_tokens, 0) + coalesce(t.judge_output_tokens, 0)), 0)
from app.test_run r
left join app.test_result t on t.organization_id = r.organization_id and t.test_run_id = r.id
where r.is_executed and r.state not in ('Queued', 'Progress')
group by r.organization_id, r.id;
