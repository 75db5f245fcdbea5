-- What is called outside: models, as targets and as judges, and endpoints, as targets.

create table app.model (
    organization_id  uuid        not null,
    id               uuid        not null,
    nano_id          text        not null default app.nano_id(),
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    version          bigint      not null default 0,
    user_id          uuid        not null default app.current_user_id(),
    deleted_at       timestamptz,
    name             text        not null check (length(name) between 1 and 255),
    name_key         text        generated always as (lower(name)) stored,
    description      text,
    provider_type_id uuid        not null,
    model_name       text        not null,
    model_version    text,
    icon             text,
    model_type       text        not null default 'language' check (model_type in ('language', 'embedding')),
    endpoint         text,
    encrypted_key    text,
    -- the scheme, host and port that the key was saved for: it is sent nowhere else, whatever the model is changed to
    key_destination  text,
    request_headers  jsonb,
    dimension        int         check (dimension > 0),
    is_protected     boolean     not null default false,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, provider_type_id) references app.type_lookup,
    constraint model_key_has_destination check ((encrypted_key is null) = (key_destination is null))
);

create unique index model_living on app.model (organization_id, name_key) nulls not distinct where deleted_at is null;
create index model_page on app.model (organization_id, created_at desc, id desc) where deleted_at is null;
create index model_user on app.model (organization_id, user_id);
create index model_provider_type on app.model (organization_id, provider_type_id);

call app.tenant_table('app.model');
call app.attachable('app.tagged_item', 'app.model', 'Model');
call app.attachable('app.comment', 'app.model', 'Model');
call app.attachable('app.task', 'app.model', 'Model');
call app.attachable('app.file', 'app.model', 'Model');

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
call app.project_scoped('app.endpoint');
call app.attachable('app.tagged_item', 'app.endpoint', 'Endpoint');
call app.attachable('app.comment', 'app.endpoint', 'Endpoint');
call app.attachable('app.task', 'app.endpoint', 'Endpoint');
call app.attachable('app.file', 'app.endpoint', 'Endpoint');

-- Which keys of the ring still hold secrets, for the operator who wants to drop one. app_migrator reads it and sees all
-- organizations, the inactive and the deleted too; the runtime role has no right to it.
create view app.key_in_use with (security_invoker = true) as
select 'model.encrypted_key' as "column", split_part(encrypted_key, ':', 1) as key_id, count(*) as secrets
from app.model
where encrypted_key is not null
group by 2
union all
select 'endpoint.encrypted_auth_token', split_part(encrypted_auth_token, ':', 1), count(*)
from app.endpoint
where encrypted_auth_token is not null
group by 2
union all
select 'endpoint.encrypted_client_secret', split_part(encrypted_client_secret, ':', 1), count(*)
from app.endpoint
where encrypted_client_secret is not null
group by 2;

alter view app.key_in_use owner to app_owner;
revoke all on app.key_in_use from public;
