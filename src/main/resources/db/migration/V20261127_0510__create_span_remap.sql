-- Readings of spans anew, by mappings that are newer than those that read them first.

-- What a span tells of its conversation beside its attributes: the mappings may read another one in these.
alter table app.span add column told_conversation_id text;

-- Few keys for many rows, which an index holds once each: 8 bytes a span.
create index span_mapping_version on app.span (organization_id, mapping_version, project_id);

-- How far a reading is. What is left to do is not here but in the spans: those that an earlier version has read. So a node
-- goes on where another was killed, and a span that was read again is never counted twice.
create table app.span_remap (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    begun_at        timestamptz,
    ended_at        timestamptz,
    user_id         uuid        not null default app.current_user_id(),
    -- whose spans; null for those of all projects
    project_id      uuid,
    -- in hexadecimal digits; null for all traces
    trace_ids       text[],
    -- spans that were read by a version before it
    before_version  int         not null,
    -- null before it is begun
    total_spans     bigint,
    done_spans      bigint      not null default 0,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, project_id) references app.project on delete cascade
);

create index span_remap_project on app.span_remap (organization_id, project_id);
create index span_remap_user on app.span_remap (organization_id, user_id);

call app.tenant_table('app.span_remap', 'select, insert, update');
call app.project_scoped('app.span_remap');
call app.living_references('app.span_remap');
