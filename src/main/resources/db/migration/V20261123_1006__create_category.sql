create table app.category (
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
    parent_id       uuid,
    entity_type_id  uuid,
    status_id       uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, parent_id) references app.category on delete set null (parent_id),
    foreign key (organization_id, entity_type_id) references app.type_lookup on delete set null (entity_type_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

create unique index category_living on app.category (organization_id, name_key, entity_type_id) nulls not distinct where deleted_at is null;
create index category_page on app.category (organization_id, created_at desc, id desc) where deleted_at is null;
create index category_user on app.category (organization_id, user_id);
create index category_parent on app.category (organization_id, parent_id);
create index category_entity_type on app.category (organization_id, entity_type_id);
create index category_status on app.category (organization_id, status_id);

call app.tenant_table('app.category');
