create table app.type_lookup (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    type_name       text        not null check (length(type_name) between 1 and 255),
    type_value      text        not null check (length(type_value) between 1 and 255),
    value_key       text        generated always as (lower(type_value)) stored,
    description     text,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership
);

create unique index type_lookup_living on app.type_lookup (organization_id, type_name, value_key) nulls not distinct where deleted_at is null;
create index type_lookup_page on app.type_lookup (organization_id, created_at desc, id desc) where deleted_at is null;
create index type_lookup_user on app.type_lookup (organization_id, user_id);

call app.tenant_table('app.type_lookup');
grant select, insert on app.type_lookup to app_auth;
