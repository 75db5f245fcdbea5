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
    request_headers  jsonb,
    dimension        int         check (dimension > 0),
    is_protected     boolean     not null default false,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, provider_type_id) references app.type_lookup
);

create unique index model_living on app.model (organization_id, name_key) nulls not distinct where deleted_at is null;
create index model_page on app.model (organization_id, created_at desc, id desc) where deleted_at is null;
create index model_user on app.model (organization_id, user_id);
create index model_provider_type on app.model (organization_id, provider_type_id);

call app.tenant_table('app.model');
