-- Events of spans that came apart from them, in logs, and wait for their spans.
create table app.span_event (
    organization_id uuid        not null,
    id              uuid        not null,
    project_id      uuid        not null,
    received_at     timestamptz not null default now(),
    trace_id        bytea       not null check (length(trace_id) = 16),
    span_id         bytea       not null check (length(span_id) = 8),
    event           jsonb       not null,
    primary key (organization_id, id),
    foreign key (organization_id, project_id) references app.project on delete cascade
);

create index span_event_trace on app.span_event (organization_id, project_id, trace_id);
-- those whose spans never come are deleted
create index span_event_received on app.span_event (organization_id, received_at);

call app.tenant_table('app.span_event');
call app.project_scoped('app.span_event');
call app.living_references('app.span_event');
