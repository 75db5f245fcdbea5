-- Sets of tests, and files on their way to becoming one.

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

create unique index test_set_living on app.test_set (organization_id, name_key)
    nulls not distinct where deleted_at is null;
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
call app.project_scoped('app.test_set');
call app.attachable('app.tagged_item', 'app.test_set', 'TestSet');
call app.attachable('app.comment', 'app.test_set', 'TestSet');
call app.attachable('app.task', 'app.test_set', 'TestSet');
call app.attachable('app.file', 'app.test_set', 'TestSet');

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

-- Which metrics judge the tests of a set, whatever requirements they have.
create table app.test_set_metric (
    organization_id uuid not null,
    test_set_id     uuid not null,
    metric_id       uuid not null,
    primary key (organization_id, test_set_id, metric_id),
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    foreign key (organization_id, metric_id) references app.metric on delete cascade
);

create index test_set_metric_metric on app.test_set_metric (organization_id, metric_id);

call app.tenant_table('app.test_set_metric');

-- A file on its way to a test set. Of a finished import only the note stays which set the file became.
create table app.import_session (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null default now() + interval '24 hours',
    user_id         uuid        not null default app.current_user_id(),
    filename        text        not null check (length(filename) between 1 and 255),
    content         bytea,
    content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    test_type       text,
    import_key      text        check (import_key ~ '^[0-9a-f]{64}$'),
    test_set_id     uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    check (content is not null or test_set_id is not null)
);

create index import_session_age on app.import_session (organization_id, expires_at);
create index import_session_user on app.import_session (organization_id, user_id);
create index import_session_test_set on app.import_session (organization_id, test_set_id);
create index import_session_key on app.import_session (organization_id, import_key);

call app.tenant_table('app.import_session');

-- The rows of a file as the mapping that was chosen last reads them.
create table app.import_row (
    organization_id uuid    not null,
    import_id       uuid    not null,
    position        int     not null,
    row_number      int     not null,
    test            jsonb   not null,
    errors          jsonb   not null,
    warnings        jsonb   not null,
    is_bad          boolean not null,
    primary key (organization_id, import_id, position),
    foreign key (organization_id, import_id) references app.import_session on delete cascade
);

create index import_row_bad on app.import_row (organization_id, import_id, position) where is_bad;

call app.tenant_table('app.import_row');
