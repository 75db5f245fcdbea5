create table app.test_set (
    organization_id   uuid        not null,
    id                uuid        not null,
    nano_id           text        not null default app.nano_id(),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           bigint      not null default 0,
    user_id           uuid        not null default app.current_user_id(),
    deleted_at        timestamptz,
    name              text        not null check (length(name) between 1 and 255),
    name_key          text        generated always as (lower(name)) stored,
    description       text,
    short_description text,
    slug              text        not null check (length(slug) between 1 and 255),
    test_set_type_id  uuid        not null,
    status_id         uuid,
    project_id        uuid,
    owner_id          uuid,
    assignee_id       uuid,
    priority          int         check (priority between 0 and 3),
    attributes        jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_set_type_id) references app.type_lookup,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, project_id) references app.project on delete set null (project_id),
    foreign key (organization_id, owner_id) references app.membership,
    foreign key (organization_id, assignee_id) references app.membership
);

create unique index test_set_living on app.test_set (organization_id, name_key) nulls not distinct where deleted_at is null;
create unique index test_set_slug on app.test_set (organization_id, slug) where deleted_at is null;
create unique index test_set_nano_id on app.test_set (organization_id, nano_id);
create index test_set_page on app.test_set (organization_id, created_at desc, id desc) where deleted_at is null;
create index test_set_user on app.test_set (organization_id, user_id);
create index test_set_test_set_type on app.test_set (organization_id, test_set_type_id);
create index test_set_status on app.test_set (organization_id, status_id);
create index test_set_project on app.test_set (organization_id, project_id);
create index test_set_owner on app.test_set (organization_id, owner_id);
create index test_set_assignee on app.test_set (organization_id, assignee_id);

call app.tenant_table('app.test_set');

-- Which tests a set holds, in the set's order.
create table app.test_set_test (
    organization_id uuid not null,
    test_set_id     uuid not null,
    test_id         uuid not null,
    position        int  not null,
    primary key (organization_id, test_set_id, test_id),
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    foreign key (organization_id, test_id) references app.test on delete cascade
);

create index test_set_test_order on app.test_set_test (organization_id, test_set_id, position);
create index test_set_test_test on app.test_set_test (organization_id, test_id);

call app.tenant_table('app.test_set_test');
