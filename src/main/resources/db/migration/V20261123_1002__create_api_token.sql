create table app.api_token (
    organization_id   uuid        not null,
    id                uuid        not null,
    nano_id           text        not null default app.nano_id(),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           bigint      not null default 0,
    user_id           uuid        not null,
    deleted_at        timestamptz,
    name              text        not null check (length(name) between 1 and 255),
    token_hash        bytea       not null check (octet_length(token_hash) = 32),
    token_obfuscated  text        not null,
    scopes            jsonb       not null default '[]',
    expires_at        timestamptz,
    last_used_at      timestamptz,
    last_refreshed_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, token_hash),
    foreign key (organization_id, user_id) references app.membership on delete cascade
);

create index api_token_page on app.api_token (organization_id, created_at desc, id desc) where deleted_at is null;
create index api_token_user on app.api_token (organization_id, user_id);

call app.tenant_table('app.api_token');
grant select on app.api_token to app_auth;
grant update (last_used_at) on app.api_token to app_auth;
create policy auth_lookup on app.api_token for select to app_auth using (true);
create policy auth_update on app.api_token for update to app_auth using (true) with check (true);
