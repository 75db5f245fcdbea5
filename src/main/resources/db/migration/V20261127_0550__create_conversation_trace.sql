-- The trace of a conversation with an endpoint, in which its next turns go on. The id that the endpoint gave the conversation
-- is of any length, and its turns may come faster than the spans of a connected program: so neither is looked for in app.trace.
create table app.conversation_trace (
    organization_id   uuid        not null,
    endpoint_id       uuid        not null,
    conversation_hash bytea       not null check (length(conversation_hash) = 32),
    trace_id          bytea       not null check (length(trace_id) = 16),
    created_at        timestamptz not null default now(),
    primary key (organization_id, endpoint_id, conversation_hash),
    foreign key (organization_id, endpoint_id) references app.endpoint on delete cascade
);

create index conversation_trace_age on app.conversation_trace (organization_id, created_at);

call app.tenant_table('app.conversation_trace');
call app.living_references('app.conversation_trace');
