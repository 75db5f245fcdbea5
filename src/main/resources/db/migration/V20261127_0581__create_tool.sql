-- Tools of other services, such as a wiki, with the credentials that open them.

create table app.tool (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    name            text        not null check (length(name) between 1 and 255),
    name_key        text        generated always as (lower(name)) stored,
    description     text,
    tool_provider_type_id uuid  not null,
    encrypted_credentials text  not null,
    tool_metadata   jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, tool_provider_type_id) references app.type_lookup
);

create index tool_page on app.tool (organization_id, created_at desc, id desc) where deleted_at is null;
create index tool_name on app.tool (organization_id, name_key);
create index tool_user on app.tool (organization_id, user_id);
create index tool_provider_type on app.tool (organization_id, tool_provider_type_id);

call app.tenant_table('app.tool');
call app.living_references('app.tool');

-- Their keys count as those of models and endpoints do.
create or replace view app.key_in_use with (security_invoker = true) as
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
group by 2
union all
select 'tool.encrypted_credentials', split_part(encrypted_credentials, ':', 1), count(*)
from app.tool
group by 2;
