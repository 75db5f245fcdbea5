create table app.project (
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
    is_active       boolean     not null default true,
    icon            text,
    status_id       uuid,
    owner_id        uuid,
    attributes      jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, owner_id) references app.membership
);

create unique index project_living on app.project (organization_id, name_key) nulls not distinct where deleted_at is null;
create index project_page on app.project (organization_id, created_at desc, id desc) where deleted_at is null;
create index project_user on app.project (organization_id, user_id);
create index project_status on app.project (organization_id, status_id);
create index project_owner on app.project (organization_id, owner_id);

call app.tenant_table('app.project');
