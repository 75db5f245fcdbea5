create table app.endpoint (
    organization_id         uuid        not null,
    id                      uuid        not null,
    nano_id                 text        not null default app.nano_id(),
    created_at              timestamptz not null default now(),
    updated_at              timestamptz not null default now(),
    version                 bigint      not null default 0,
    user_id                 uuid        not null default app.current_user_id(),
    deleted_at              timestamptz,
    name                    text        not null check (length(name) between 1 and 255),
    name_key                text        generated always as (lower(name)) stored,
    description             text,
    connection_type         text        not null check (connection_type in ('REST', 'WebSocket', 'GRPC', 'SDK')),
    url                     text,
    method                  text        not null default 'POST',
    endpoint_path           text,
    environment             text        not null default 'development'
                                        check (environment in ('production', 'staging', 'development', 'local')),
    config_source           text        not null default 'manual'
                                        check (config_source in ('manual', 'openapi', 'llm_generated', 'sdk')),
    request_headers         jsonb,
    query_params            jsonb,
    request_mapping         jsonb,
    response_mapping        jsonb,
    response_format         text        not null default 'json' check (response_format in ('json', 'xml', 'text')),
    auth_type               text        check (auth_type in ('bearer_token', 'client_credentials', 'api_key')),
    encrypted_auth_token    text,
    client_id               text,
    encrypted_client_secret text,
    token_url               text,
    scopes                  text[],
    audience                text,
    extra_payload           jsonb,
    project_id              uuid,
    status_id               uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, project_id) references app.project on delete set null (project_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

create index endpoint_page on app.endpoint (organization_id, created_at desc, id desc) where deleted_at is null;
create index endpoint_name on app.endpoint (organization_id, name_key) where deleted_at is null;
create index endpoint_user on app.endpoint (organization_id, user_id);
create index endpoint_project on app.endpoint (organization_id, project_id);
create index endpoint_status on app.endpoint (organization_id, status_id);

call app.tenant_table('app.endpoint');
