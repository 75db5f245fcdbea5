-- Polymorphic for those who write and read it (entity_type, entity_id), held by one real foreign key per type whose column
-- follows from the two: a comment is about nothing that is not there, and about nothing of another tenant.
create table app.comment (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    content         text        not null check (length(content) between 1 and 20000),
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

create index comment_page on app.comment (organization_id, created_at desc, id desc) where deleted_at is null;
create index comment_entity on app.comment (organization_id, entity_type, entity_id, created_at desc, id desc) where deleted_at is null;
create index comment_user on app.comment (organization_id, user_id);
create index comment_test on app.comment (organization_id, test_id);
create index comment_test_set on app.comment (organization_id, test_set_id);
create index comment_prompt on app.comment (organization_id, prompt_id);
create index comment_requirement on app.comment (organization_id, requirement_id);
create index comment_category on app.comment (organization_id, category_id);
create index comment_topic on app.comment (organization_id, topic_id);
create index comment_project on app.comment (organization_id, project_id);
create index comment_model on app.comment (organization_id, model_id);
create index comment_task on app.comment (organization_id, task_id);

call app.tenant_table('app.comment');

-- Who answered a comment with which emoji, each once.
create table app.comment_reaction (
    organization_id uuid        not null,
    comment_id      uuid        not null,
    emoji           text        not null check (length(emoji) between 1 and 32),
    user_id         uuid        not null default app.current_user_id(),
    created_at      timestamptz not null default now(),
    primary key (organization_id, comment_id, emoji, user_id),
    foreign key (organization_id, comment_id) references app.comment on delete cascade,
    foreign key (organization_id, user_id) references app.membership
);

create index comment_reaction_comment on app.comment_reaction (organization_id, comment_id);
create index comment_reaction_user on app.comment_reaction (organization_id, user_id);

call app.tenant_table('app.comment_reaction', 'select, insert, delete');
