-- Tests, what they are made of, and what they are sorted by.

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

create unique index category_living on app.category (organization_id, name_key, entity_type_id)
    nulls not distinct where deleted_at is null;
create index category_page on app.category (organization_id, created_at desc, id desc) where deleted_at is null;
create index category_user on app.category (organization_id, user_id);
create index category_parent on app.category (organization_id, parent_id);
create index category_entity_type on app.category (organization_id, entity_type_id);
create index category_status on app.category (organization_id, status_id);

call app.tenant_table('app.category');
call app.attachable('app.tagged_item', 'app.category', 'Category');
call app.attachable('app.comment', 'app.category', 'Category');
call app.attachable('app.task', 'app.category', 'Category');
call app.attachable('app.file', 'app.category', 'Category');

create table app.topic (
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
    foreign key (organization_id, parent_id) references app.topic on delete set null (parent_id),
    foreign key (organization_id, entity_type_id) references app.type_lookup on delete set null (entity_type_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

create unique index topic_living on app.topic (organization_id, name_key, entity_type_id)
    nulls not distinct where deleted_at is null;
create index topic_page on app.topic (organization_id, created_at desc, id desc) where deleted_at is null;
create index topic_user on app.topic (organization_id, user_id);
create index topic_parent on app.topic (organization_id, parent_id);
create index topic_entity_type on app.topic (organization_id, entity_type_id);
create index topic_status on app.topic (organization_id, status_id);

call app.tenant_table('app.topic');
call app.attachable('app.comment', 'app.topic', 'Topic');
call app.attachable('app.task', 'app.topic', 'Topic');
call app.attachable('app.file', 'app.topic', 'Topic');

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

create unique index requirement_living on app.requirement (organization_id, name_key)
    nulls not distinct where deleted_at is null;
create index requirement_page on app.requirement (organization_id, created_at desc, id desc) where deleted_at is null;
create index requirement_user on app.requirement (organization_id, user_id);
create index requirement_status on app.requirement (organization_id, status_id);

call app.tenant_table('app.requirement');
call app.attachable('app.tagged_item', 'app.requirement', 'Requirement');
call app.attachable('app.comment', 'app.requirement', 'Requirement');
call app.attachable('app.task', 'app.requirement', 'Requirement');
call app.attachable('app.file', 'app.requirement', 'Requirement');

-- Which metrics judge the tests of a requirement.
create table app.requirement_metric (
    organization_id uuid not null,
    requirement_id  uuid not null,
    metric_id       uuid not null,
    primary key (organization_id, requirement_id, metric_id),
    foreign key (organization_id, requirement_id) references app.requirement on delete cascade,
    foreign key (organization_id, metric_id) references app.metric on delete cascade
);

create index requirement_metric_metric on app.requirement_metric (organization_id, metric_id);

call app.tenant_table('app.requirement_metric');

create table app.prompt (
    organization_id   uuid        not null,
    id                uuid        not null,
    nano_id           text        not null default app.nano_id(),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           bigint      not null default 0,
    user_id           uuid        not null default app.current_user_id(),
    deleted_at        timestamptz,
    content           text        not null check (content <> ''),
    name              text        check (length(name) <= 255),
    description       text,
    language_code     text        not null default 'en-US',
    expected_response text,
    topic_id          uuid,
    requirement_id    uuid,
    parent_id         uuid,
    status_id         uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, topic_id) references app.topic on delete set null (topic_id),
    foreign key (organization_id, requirement_id) references app.requirement on delete set null (requirement_id),
    foreign key (organization_id, parent_id) references app.prompt on delete set null (parent_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

-- Most prompts have no links. An index entry that says so costs a bulk as much as any other, and neither a foreign key nor
-- a filter by id looks for it, so these links are indexed only where there is one.
create index prompt_page on app.prompt (organization_id, created_at desc, id desc) where deleted_at is null;
create index prompt_user on app.prompt (organization_id, user_id);
create index prompt_topic on app.prompt (organization_id, topic_id) where topic_id is not null;
create index prompt_requirement on app.prompt (organization_id, requirement_id) where requirement_id is not null;
create index prompt_parent on app.prompt (organization_id, parent_id) where parent_id is not null;
create index prompt_status on app.prompt (organization_id, status_id) where status_id is not null;

call app.tenant_table('app.prompt');
call app.attachable('app.tagged_item', 'app.prompt', 'Prompt');
call app.attachable('app.comment', 'app.prompt', 'Prompt');
call app.attachable('app.task', 'app.prompt', 'Prompt');
call app.attachable('app.file', 'app.prompt', 'Prompt');

-- The categories of a prompt in their order; the first is its category_id.
create table app.prompt_category (
    organization_id uuid not null,
    prompt_id       uuid not null,
    category_id     uuid not null,
    position        int  not null,
    primary key (organization_id, prompt_id, category_id),
    foreign key (organization_id, prompt_id) references app.prompt on delete cascade,
    foreign key (organization_id, category_id) references app.category on delete cascade
);

create index prompt_category_prompt on app.prompt_category (organization_id, prompt_id, position);
create index prompt_category_category on app.prompt_category (organization_id, category_id);

call app.tenant_table('app.prompt_category');

-- A test has a prompt, or a configuration that leads a target over several turns, or both.
create table app.test (
    organization_id    uuid        not null,
    id                 uuid        not null,
    nano_id            text        not null default app.nano_id(),
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    version            bigint      not null default 0,
    user_id            uuid        not null default app.current_user_id(),
    deleted_at         timestamptz,
    name               text        check (length(name) <= 255),
    description        text,
    prompt_id          uuid,
    test_configuration jsonb,
    test_type_id       uuid        not null,
    category_id        uuid,
    topic_id           uuid,
    requirement_id     uuid,
    project_id         uuid,
    parent_id          uuid,
    status_id          uuid,
    owner_id           uuid,
    assignee_id        uuid,
    priority           int         check (priority between 0 and 3),
    test_metadata      jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, prompt_id) references app.prompt,
    foreign key (organization_id, test_type_id) references app.type_lookup,
    foreign key (organization_id, category_id) references app.category on delete set null (category_id),
    foreign key (organization_id, topic_id) references app.topic on delete set null (topic_id),
    foreign key (organization_id, requirement_id) references app.requirement on delete set null (requirement_id),
    foreign key (organization_id, project_id) references app.project on delete set null (project_id),
    foreign key (organization_id, parent_id) references app.test on delete set null (parent_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, owner_id) references app.membership,
    foreign key (organization_id, assignee_id) references app.membership,
    check (prompt_id is not null or test_configuration is not null)
);

-- A page of tests filtered by one of their links comes in the order of the list, so that it needs no sorting. Links that
-- most tests don't have are indexed only where there is one.
create index test_page on app.test (organization_id, created_at desc, id desc) where deleted_at is null;
create index test_user on app.test (organization_id, user_id, created_at desc, id desc);
create index test_prompt on app.test (organization_id, prompt_id);
create index test_test_type on app.test (organization_id, test_type_id, created_at desc, id desc);
create index test_category on app.test (organization_id, category_id, created_at desc, id desc);
create index test_topic on app.test (organization_id, topic_id, created_at desc, id desc);
create index test_requirement on app.test (organization_id, requirement_id, created_at desc, id desc);
create index test_project on app.test (organization_id, project_id, created_at desc, id desc)
    where project_id is not null;
create index test_parent on app.test (organization_id, parent_id) where parent_id is not null;
create index test_status on app.test (organization_id, status_id, created_at desc, id desc) where status_id is not null;
create index test_owner on app.test (organization_id, owner_id, created_at desc, id desc) where owner_id is not null;
create index test_assignee on app.test (organization_id, assignee_id, created_at desc, id desc)
    where assignee_id is not null;

call app.tenant_table('app.test');
call app.project_scoped('app.test');
call app.attachable('app.tagged_item', 'app.test', 'Test');
call app.attachable('app.comment', 'app.test', 'Test');
call app.attachable('app.task', 'app.test', 'Test');
call app.attachable('app.file', 'app.test', 'Test');
