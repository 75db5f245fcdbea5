create table app.tag (
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
    icon_unicode    text,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership
);

create unique index tag_living on app.tag (organization_id, name_key) nulls not distinct where deleted_at is null;
create index tag_page on app.tag (organization_id, created_at desc, id desc) where deleted_at is null;
create index tag_user on app.tag (organization_id, user_id);

call app.tenant_table('app.tag');
