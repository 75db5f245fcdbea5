-- What came of a test. A run writes one for each of its items; clients may keep results of their own.
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
create unique index test_result_once on app.test_result (organization_id, test_run_id, test_id, repetition) where deleted_at is null;
create unique index test_result_item_once on app.test_result (organization_id, test_run_item_id) where deleted_at is null;

create index test_result_page on app.test_result (organization_id, created_at desc, id desc) where deleted_at is null;
-- counts of verdicts read the index alone
create index test_result_test_run on app.test_result (organization_id, test_run_id, position) include (verdict, deleted_at);
create index test_result_user on app.test_result (organization_id, user_id);
create index test_result_test_configuration on app.test_result (organization_id, test_configuration_id);
create index test_result_test on app.test_result (organization_id, test_id);
create index test_result_prompt on app.test_result (organization_id, prompt_id);
create index test_result_status on app.test_result (organization_id, status_id);

call app.tenant_table('app.test_result');

-- What one metric said of one result. The metric's id is a value and no link: it may be removed for good.
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
