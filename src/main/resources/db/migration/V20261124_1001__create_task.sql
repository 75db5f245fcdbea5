-- Polymorphic for those who write and read it (entity_type, entity_id), held by one real foreign key per type whose column
-- follows from the two: a task is about nothing that is not there, and about nothing of another tenant.
create table app.task (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    title           text        not null check (length(title) between 1 and 255),
    description     text,
    status_id       uuid,
    priority_id     uuid,
    assignee_id     uuid,
    completed_at    timestamptz,
    task_metadata   jsonb,
    entity_type     text        check (entity_type in ('Test', 'TestSet', 'Prompt', 'Requirement', 'Category', 'Topic', 'Project',
                                                       'Model', 'Task')),
    entity_id       uuid        check ((entity_id is null) = (entity_type is null)),
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
    foreign key (organization_id, assignee_id) references app.membership,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, priority_id) references app.type_lookup on delete set null (priority_id),
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

create index task_page on app.task (organization_id, created_at desc, id desc) where deleted_at is null;
create index task_entity on app.task (organization_id, entity_type, entity_id, created_at desc, id desc) where deleted_at is null;
create index task_user on app.task (organization_id, user_id);
create index task_assignee on app.task (organization_id, assignee_id);
create index task_status on app.task (organization_id, status_id);
create index task_priority on app.task (organization_id, priority_id);
create index task_test on app.task (organization_id, test_id);
create index task_test_set on app.task (organization_id, test_set_id);
create index task_prompt on app.task (organization_id, prompt_id);
create index task_requirement on app.task (organization_id, requirement_id);
create index task_category on app.task (organization_id, category_id);
create index task_topic on app.task (organization_id, topic_id);
create index task_project on app.task (organization_id, project_id);
create index task_model on app.task (organization_id, model_id);
create index task_subject_task on app.task (organization_id, task_id);

call app.tenant_table('app.task');
