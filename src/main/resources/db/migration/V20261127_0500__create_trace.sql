-- Spans, and the traces that they form.

-- A trace of a project, with all that lists show of it and filter it by: lists read this table alone. It is kept up to date by
-- whoever writes spans, who locks the traces that there are in the order of (project_id, trace_id).
create table app.trace (
    organization_id       uuid             not null,
    id                    uuid             not null,
    project_id            uuid             not null,
    trace_id              bytea            not null check (length(trace_id) = 16),
    -- when its first and its last span came, whatever the times are that spans tell
    received_at           timestamptz      not null default now(),
    last_received_at      timestamptz      not null default now(),
    -- the earliest start and the latest end of its spans
    start_time            timestamptz      not null,
    end_time              timestamptz      not null,
    span_count            int              not null,
    error_count           int              not null,
    -- of its spans, without agents, which tell what their children took; null where no span tells any
    total_tokens          bigint,
    -- in billionths of a US dollar; null where nothing is known
    cost_nanos            bigint,
    conversation_id       text,
    -- its latest span without a parent (is_rooted), or else its earliest span: the row in app.span, and what it says
    root_id               uuid             not null,
    is_rooted             boolean          not null,
    root_name             text             not null,
    root_kind             text             not null,
    root_start_time       timestamptz      not null,
    root_end_time         timestamptz      not null,
    root_duration_ms      double precision not null generated always as
                                           (extract(epoch from (root_end_time - root_start_time))::float8 * 1000) stored,
    root_status_code      text             not null,
    root_status_message   text,
    root_input            text,
    environment           text             not null,
    -- what spans tell in attributes, where this organization has it
    test_run_id           uuid,
    test_id               uuid,
    test_result_id        uuid,
    endpoint_id           uuid,
    -- values and no links: the configuration, and the result before it is written
    test_configuration_id uuid,
    told_test_result_id   uuid,
    endpoint_name         text,
    endpoint_url          text,
    -- in lower case, a line each: names and messages of spans, endpoint, conversation; shortened
    search_text           text             not null,
    primary key (organization_id, id),
    unique (organization_id, project_id, trace_id),
    foreign key (organization_id, project_id) references app.project on delete cascade,
    foreign key (organization_id, test_run_id) references app.test_run on delete set null (test_run_id),
    foreign key (organization_id, test_id) references app.test on delete set null (test_id),
    foreign key (organization_id, test_result_id) references app.test_result on delete set null (test_result_id),
    foreign key (organization_id, endpoint_id) references app.endpoint on delete set null (endpoint_id)
) with (fillfactor = 85);

create index trace_page on app.trace (organization_id, project_id, root_start_time desc, id desc);
create index trace_received on app.trace (organization_id, project_id, received_at);
create index trace_test_run on app.trace (organization_id, test_run_id) where test_run_id is not null;
create index trace_test on app.trace (organization_id, test_id) where test_id is not null;
create index trace_test_result on app.trace (organization_id, test_result_id) where test_result_id is not null;
create index trace_endpoint on app.trace (organization_id, endpoint_id) where endpoint_id is not null;

call app.tenant_table('app.trace');
call app.project_scoped('app.trace');
call app.living_references('app.trace');

-- A span as it was sent, and what one version of the mappings reads in it. It goes with its trace, and so with its project.
-- Few indexes, for this is the table that is written most: the primary key grows at its end, and so nearly does the other one,
-- since spans come soon after the first of their trace.
create table app.span (
    organization_id uuid        not null,
    id              uuid        not null,
    -- that of its trace, for the policy
    project_id      uuid        not null,
    -- app.trace.id; the trace_id of the sender stands there alone
    trace_key       uuid        not null,
    span_id         bytea       not null check (length(span_id) = 8),
    parent_span_id  bytea       check (length(parent_span_id) = 8),
    received_at     timestamptz not null default now(),
    environment     text        not null,
    conversation_id text,
    name            text        not null,
    kind            text        not null check (kind in ('INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER')),
    start_time      timestamptz not null,
    end_time        timestamptz not null check (end_time >= start_time),
    status_code     text        not null check (status_code in ('UNSET', 'OK', 'ERROR')),
    status_message  text,
    attributes      jsonb       not null,
    events          jsonb       not null,
    links           jsonb       not null,
    resource        jsonb       not null,
    scope           jsonb       not null,
    -- what was read in it, and by which version
    mapping_version int         not null,
    dialect         text,
    operation       text,
    input           jsonb,
    output          jsonb,
    provider        text,
    model           text,
    input_tokens    bigint,
    output_tokens   bigint,
    total_tokens    bigint,
    cost_nanos      bigint,
    tool_calls      jsonb,
    end_user        text,
    primary key (organization_id, id),
    unique (organization_id, trace_key, span_id),
    foreign key (organization_id, trace_key) references app.trace on delete cascade
);

call app.tenant_table('app.span');
call app.project_scoped('app.span');
