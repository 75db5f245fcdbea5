-- What the organization keeps in the file store, each content once. The row is what uploads and purges of the same
-- content lock, so that a content is never removed while a file is made of it.
create table app.file_content (
    organization_id uuid        not null references app.organization,
    content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    size_bytes      bigint      not null check (size_bytes >= 0),
    created_at      timestamptz not null default now(),
    primary key (organization_id, content_hash)
);

call app.tenant_table('app.file_content');

-- Polymorphic for those who write and read it (entity_type, entity_id), held by one real foreign key per type whose column
-- follows from the two: a file is about nothing that is not there, and about nothing of another tenant.
create table app.file (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    filename        text        not null check (length(filename) between 1 and 255),
    content_type    text        not null check (length(content_type) <= 255),
    size_bytes      bigint      not null,
    content_hash    text        not null,
    position        int         not null,
    entity_type     text        not null check (entity_type in ('Test', 'TestSet', 'Prompt', 'Requirement', 'Category', 'Topic', 'Project',
                                                       'Model', 'Task')),
    entity_id       uuid        not null,
    test_id         uuid        generated always as (case entity_type when 'Test' then entity_id end) stored,
    test_set_id     uuid        generated always as (case entity_type when 'TestSet' then entity_id end) stored,
    prompt_id       uuid        generated always as (case entity_type when 'Prompt' then entity_id end) stored,
    requirement_id  uuid        generated always as (case entity_type when 'Requirement' then entity_id end) stored,
    category_id     uuid        generated always as (case entity_type when 'Category' then entity_id end) stored,
    topic_id        uuid        generated always as (case entity_type when 'Topic' then entity_id end) stored,
    project_id      uuid        generated always as (case entity_type when 'Project' then entity_id end) stored,
    model_id        uuid        generated always as (case entity_type when 'Model' then entity_id end) stored,
    task_id         uuid        generated always as (case entity_type when 'Task' then entity_id end) stored,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, content_hash) references app.file_content,
    foreign key (organization_id, test_id) references app.test on delete cascade,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    foreign key (organization_id, prompt_id) references app.prompt on delete cascade,
    foreign key (organization_id, requirement_id) references app.requirement on delete cascade,
    foreign key (organization_id, category_id) references app.category on delete cascade,
    foreign key (organization_id, topic_id) references app.topic on delete cascade,
    foreign key (organization_id, project_id) references app.project on delete cascade,
    foreign key (organization_id, model_id) references app.model on delete cascade,
    foreign key (organization_id, task_id) references app.task on delete cascade
);

create index file_page on app.file (organization_id, created_at desc, id desc) where deleted_at is null;
create index file_entity on app.file (organization_id, entity_type, entity_id, created_at desc, id desc) where deleted_at is null;
create index file_user on app.file (organization_id, user_id);
create index file_content_hash on app.file (organization_id, content_hash);
create index file_test on app.file (organization_id, test_id);
create index file_test_set on app.file (organization_id, test_set_id);
create index file_prompt on app.file (organization_id, prompt_id);
create index file_requirement on app.file (organization_id, requirement_id);
create index file_category on app.file (organization_id, category_id);
create index file_topic on app.file (organization_id, topic_id);
create index file_project on app.file (organization_id, project_id);
create index file_model on app.file (organization_id, model_id);
create index file_task on app.file (organization_id, task_id);

call app.tenant_table('app.file');
