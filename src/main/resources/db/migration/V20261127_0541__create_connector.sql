-- The open connections of programs with the SDK, as far as they have registered: which node holds them, and what they offer.
-- Neither table outlives a crash of the database. Nodes write their routes anew, and a call is asked again by who waits.

create unlogged table app.connector_route (
    organization_id uuid        not null references app.organization on delete cascade,
    -- the connection
    id              uuid        not null,
    node_id         uuid        not null,
    project_id      uuid,
    environment     text        check (environment in ('production', 'staging', 'development', 'local')),
    -- [{name, parameters, return_type, metadata}], as a text, which can hold any character
    functions       text        not null,
    -- names
    metrics         text[]      not null default '{}',
    opened_at       timestamptz not null default clock_timestamp(),
    primary key (organization_id, id),
    foreign key (organization_id, project_id) references app.project on delete cascade,
    check ((project_id is null) = (environment is null))
);

create index connector_route_service on app.connector_route (organization_id, project_id, environment, opened_at desc);

call app.tenant_table('app.connector_route');
call app.project_scoped('app.connector_route');
call app.living_references('app.connector_route');

-- A call on its way to a connection of another node, and the answer on its way back. Whoever waits for it removes it.

create unlogged table app.connector_call (
    organization_id uuid        not null references app.organization on delete cascade,
    id              uuid        not null,
    -- values and no links: an answer outlives the connection that gave it
    connection_id   uuid        not null,
    -- the node that waits
    caller_node_id  uuid        not null,
    -- the id by which the program knows the call
    call_id         text        not null,
    frame           text        not null check (length(frame) <= 1048576),
    deadline        timestamptz not null,
    is_taken        boolean     not null default false,
    answer          text        check (length(answer) <= 2097152),
    primary key (organization_id, id)
);

create index connector_call_connection on app.connector_call (organization_id, connection_id) where not is_taken;

call app.tenant_table('app.connector_call');
