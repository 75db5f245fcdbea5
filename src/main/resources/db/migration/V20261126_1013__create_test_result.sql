-- What came of a test. A run writes one result for each of its items; clients may keep results of their own.
create table app.test_result (
    organization_id       uuid        not null,
    id                    uuid        not null,
    nano_id               text        not null default app.nano_id(),
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    version               bigint      not null default 0,
    user_id               uuid        not null default app.current_user_id(),
    deleted_at            timestamptz,
    test_configuration_id uuid        not null,
    test_run_id           uuid,
    -- a value and no link, for which another index would be needed: both go with their run
    test_run_item_id      uuid,
    test_id               uuid,
    prompt_id             uuid,
    status_id             uuid,
    repetition            int         not null default 1 check (repetition > 0),
    verdict               text        not null check (verdict in ('Pass', 'Fail', 'Error')),
    error                 text,
    error_type            text,
    test_output           jsonb,
    -- its place among the results of its run, in the order in which they became visible
    position              bigint,
    latency_millis        bigint,
    input_tokens          int,
    output_tokens         int,
    cost_micros           bigint,
    judge_input_tokens    int,
    judge_output_tokens   int,
    judge_cost_micros     bigint,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_configuration_id) references app.test_configuration,
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade,
    foreign key (organization_id, test_id) references app.test on delete set null (test_id),
    foreign key (organization_id, prompt_id) references app.prompt on delete set null (prompt_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

-- a result is written once, whoever comes second
create unique index test_result_once on app.test_result (organization_id, test_run_id, test_id, repetition)
    where deleted_at is null;
create unique index test_result_item_once on app.test_result (organization_id, test_run_item_id)
    where deleted_at is null;
create index test_result_page on app.test_result (organization_id, created_at desc, id desc) where deleted_at is null;
-- counts of verdicts read the index alone
create index test_result_test_run on app.test_result (organization_id, test_run_id, position)
    include (verdict, deleted_at);
create index test_result_user on app.test_result (organization_id, user_id);
create index test_result_test_configuration on app.test_result (organization_id, test_configuration_id);
create index test_result_test on app.test_result (organization_id, test_id);
create index test_result_prompt on app.test_result (organization_id, prompt_id);
create index test_result_status on app.test_result (organization_id, status_id);

call app.tenant_table('app.test_result');
call app.attachable('app.tagged_item', 'app.test_result', 'TestResult');
call app.attachable('app.comment', 'app.test_result', 'TestResult');
call app.attachable('app.task', 'app.test_result', 'TestResult');
call app.attachable('app.file', 'app.test_result', 'TestResult');

-- What one metric said of one result. The metric's id is a value and no link, because the metric may be purged.
create table app.test_result_metric (
    organization_id uuid             not null,
    test_result_id  uuid             not null,
    name            text             not null check (length(name) between 1 and 255),
    position        int              not null,
    metric_id       uuid,
    score           double precision,
    category        text,
    is_successful   boolean,
    threshold       double precision,
    reason          text,
    error           text,
    error_type      text,
    duration_millis bigint,
    input_tokens    int,
    output_tokens   int,
    cost_micros     bigint,
    -- what a client keeps with it that this service has no column for
    details         jsonb,
    primary key (organization_id, test_result_id, name),
    foreign key (organization_id, test_result_id) references app.test_result on delete cascade
);

call app.tenant_table('app.test_result_metric');

-- Results with the test that they are of: as it was when its run started, or as it is now where a client keeps the result.
-- A test that has been purged is still named. A script says that the test was led over several turns.
create view app.tested_result
    with (security_invoker = true) as
select r.organization_id, r.id, r.test_run_id, r.test_id, r.repetition, r.position, r.verdict, r.error, r.test_output,
       r.latency_millis, r.cost_micros, r.judge_cost_micros, r.deleted_at,
       coalesce(i.name, t.name) as name,
       case when i.id is null then p.content else i.input end as input,
       case when i.id is null then p.expected_response else i.expected end as expected,
       case when i.id is not null then i.script
            when t.prompt_id is null or y.value_key = 'multi-turn' then t.test_configuration end as script,
       case when i.id is null then q.name else i.requirement end as requirement,
       case when i.id is null then c.name else i.category end as category,
       case when i.id is null then o.name else i.topic end as topic,
       i.id is null and t.id is null and p.id is null as is_of_nothing,
       r.prompt_id,
       coalesce(r.test_id, i.test_id) as tested_id,
       case when i.id is null then q.id else i.requirement_id end as requirement_id
from app.test_result r
left join app.test_run_item i on i.organization_id = r.organization_id and i.id = r.test_run_item_id
left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id and i.id is null
left join app.type_lookup y on y.organization_id = t.organization_id and y.id = t.test_type_id
left join app.prompt p on p.organization_id = r.organization_id and p.id = coalesce(r.prompt_id, t.prompt_id)
                      and i.id is null
left join app.requirement q on q.organization_id = t.organization_id and q.id = t.requirement_id
left join app.category c on c.organization_id = t.organization_id and c.id = t.category_id
left join app.topic o on o.organization_id = t.organization_id and o.id = t.topic_id;

alter view app.tested_result owner to app_owner;
grant select on app.tested_result to app_runtime;
