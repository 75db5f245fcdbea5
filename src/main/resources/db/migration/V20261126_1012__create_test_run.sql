-- Runs of the tests of a set against a target, and the work that they are made of.

-- What is run against what: a test set, and an endpoint or a stored model as the target.
create table app.test_configuration (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    endpoint_id     uuid,
    model_id        uuid,
    test_set_id     uuid,
    category_id     uuid,
    topic_id        uuid,
    prompt_id       uuid,
    status_id       uuid,
    project_id      uuid,
    attributes      jsonb,
    primary key (organization_id, id),
    -- neither, once the target was removed for good
    check (num_nonnulls(endpoint_id, model_id) <= 1),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, endpoint_id) references app.endpoint on delete set null (endpoint_id),
    foreign key (organization_id, model_id) references app.model on delete set null (model_id),
    foreign key (organization_id, test_set_id) references app.test_set on delete set null (test_set_id),
    foreign key (organization_id, category_id) references app.category on delete set null (category_id),
    foreign key (organization_id, topic_id) references app.topic on delete set null (topic_id),
    foreign key (organization_id, prompt_id) references app.prompt on delete set null (prompt_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, project_id) references app.project on delete set null (project_id)
);

create index test_configuration_page on app.test_configuration (organization_id, created_at desc, id desc)
    where deleted_at is null;
create index test_configuration_user on app.test_configuration (organization_id, user_id);
create index test_configuration_endpoint on app.test_configuration (organization_id, endpoint_id);
create index test_configuration_model on app.test_configuration (organization_id, model_id);
create index test_configuration_test_set on app.test_configuration (organization_id, test_set_id);
create index test_configuration_category on app.test_configuration (organization_id, category_id);
create index test_configuration_topic on app.test_configuration (organization_id, topic_id);
create index test_configuration_prompt on app.test_configuration (organization_id, prompt_id);
create index test_configuration_status on app.test_configuration (organization_id, status_id);
create index test_configuration_project on app.test_configuration (organization_id, project_id);

call app.tenant_table('app.test_configuration');
call app.project_scoped('app.test_configuration');

-- A run. What it ran is pinned here, so that it reads the same whatever is edited, deleted or purged later; the links beside
-- it lead there only while there is something to lead to.
create table app.test_run (
    organization_id       uuid        not null,
    id                    uuid        not null,
    nano_id               text        not null default app.nano_id(),
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now(),
    version               bigint      not null default 0,
    user_id               uuid        not null default app.current_user_id(),
    deleted_at            timestamptz,
    name                  text        not null check (length(name) between 1 and 255),
    name_key              text        generated always as (lower(name)) stored,
    state                 text        not null
                                      check (state in ('Queued', 'Progress', 'Completed', 'Partial', 'Failed', 'Cancelled')),
    state_reason          text,
    test_configuration_id uuid        not null,
    test_set_id           uuid,
    endpoint_id           uuid,
    model_id              uuid,
    project_id            uuid,
    status_id             uuid,
    owner_id              uuid,
    assignee_id           uuid,
    reference_test_run_id uuid,
    attributes            jsonb,
    -- false where a client runs the tests and keeps the results here
    is_executed           boolean     not null default false,
    target_name           text,
    test_set_name         text,
    plan                  jsonb,
    -- the position of the newest result: counted under the lock of this row, so that positions are in order of commits
    last_position         bigint      not null default 0,
    started_at            timestamptz,
    completed_at          timestamptz,
    deadline              timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_configuration_id) references app.test_configuration,
    foreign key (organization_id, test_set_id) references app.test_set on delete set null (test_set_id),
    foreign key (organization_id, endpoint_id) references app.endpoint on delete set null (endpoint_id),
    foreign key (organization_id, model_id) references app.model on delete set null (model_id),
    foreign key (organization_id, project_id) references app.project on delete set null (project_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, owner_id) references app.membership,
    foreign key (organization_id, assignee_id) references app.membership,
    foreign key (organization_id, reference_test_run_id) references app.test_run on delete set null (reference_test_run_id)
);

create index test_run_page on app.test_run (organization_id, created_at desc, id desc) where deleted_at is null;
create index test_run_name on app.test_run (organization_id, name_key);
create index test_run_user on app.test_run (organization_id, user_id, state);
create index test_run_test_configuration on app.test_run (organization_id, test_configuration_id);
create index test_run_test_set on app.test_run (organization_id, test_set_id, created_at desc);
create index test_run_endpoint on app.test_run (organization_id, endpoint_id);
create index test_run_model on app.test_run (organization_id, model_id);
create index test_run_project on app.test_run (organization_id, project_id);
create index test_run_status on app.test_run (organization_id, status_id);
create index test_run_owner on app.test_run (organization_id, owner_id);
create index test_run_assignee on app.test_run (organization_id, assignee_id);
create index test_run_reference on app.test_run (organization_id, reference_test_run_id);

call app.tenant_table('app.test_run');
call app.project_scoped('app.test_run');
call app.attachable('app.tagged_item', 'app.test_run', 'TestRun');
call app.attachable('app.comment', 'app.test_run', 'TestRun');
call app.attachable('app.task', 'app.test_run', 'TestRun');
call app.attachable('app.file', 'app.test_run', 'TestRun');

-- A metric as it was when the run started. Its id is a value and no link, because the metric may be purged.
create table app.test_run_metric (
    organization_id uuid   not null,
    test_run_id     uuid   not null,
    metric_id       uuid   not null,
    position        int    not null,
    name            text   not null,
    scopes          text[] not null,
    -- the requirements whose tests it judges; null when it judges those of all
    requirement_ids uuid[],
    snapshot        jsonb  not null,
    primary key (organization_id, test_run_id, metric_id),
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade
);

call app.tenant_table('app.test_run_metric');

-- One piece of a run's work: a test as it was when the run started, to be done once. A node that takes it holds a lease;
-- when that is over and no result is written, another node takes it.
create table app.test_run_item (
    organization_id  uuid        not null,
    id               uuid        not null default uuidv7(),
    test_run_id      uuid        not null,
    test_id          uuid,
    repetition       int         not null default 1,
    position         int         not null,
    state            text        not null default 'Waiting' check (state in ('Waiting', 'Taken', 'Done')),
    leased_by        uuid,
    leased_until     timestamptz,
    name             text,
    prompt_id        uuid,
    input            text,
    expected         text,
    script           jsonb,
    category         text,
    topic            text,
    requirement_id   uuid,
    requirement      text,
    metric_ids       uuid[]      not null,
    -- whose stored output is judged again, instead of a call
    source_result_id uuid,
    primary key (organization_id, id),
    unique (organization_id, test_run_id, test_id, repetition),
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade,
    foreign key (organization_id, test_id) references app.test on delete set null (test_id)
);

create index test_run_item_open on app.test_run_item (organization_id, test_run_id, position) where state <> 'Done';
create index test_run_item_test on app.test_run_item (organization_id, test_id);

call app.tenant_table('app.test_run_item');

-- How many calls to a target a node may have in flight for a run, and until when. A target is an endpoint or a model: its id
-- is a value and no link, because either may be removed while calls to it are in flight.
create table app.target_slot (
    organization_id uuid        not null,
    target_id       uuid        not null,
    test_run_id     uuid        not null,
    node_id         uuid        not null,
    most_of_run     int         not null,
    wanted          int         not null,
    slots           int         not null,
    expires_at      timestamptz not null,
    -- the moment before which nobody calls the target, whose rate limit this holder exceeded
    paused_until    timestamptz,
    primary key (organization_id, target_id, test_run_id, node_id),
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade
);

create index target_slot_test_run on app.target_slot (organization_id, test_run_id);

call app.tenant_table('app.target_slot');
