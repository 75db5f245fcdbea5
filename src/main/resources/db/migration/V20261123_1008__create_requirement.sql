create table app.requirement (
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
    status_id       uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

create unique index requirement_living on app.requirement (organization_id, name_key) nulls not distinct where deleted_at is null;
create index requirement_page on app.requirement (organization_id, created_at desc, id desc) where deleted_at is null;
create index requirement_user on app.requirement (organization_id, user_id);
create index requirement_status on app.requirement (organization_id, status_id);

call app.tenant_table('app.requirement');
