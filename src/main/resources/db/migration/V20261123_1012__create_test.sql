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

create index test_page on app.test (organization_id, created_at desc, id desc) where deleted_at is null;
create index test_user on app.test (organization_id, user_id);
create index test_prompt on app.test (organization_id, prompt_id);
create index test_test_type on app.test (organization_id, test_type_id);
create index test_category on app.test (organization_id, category_id);
create index test_topic on app.test (organization_id, topic_id);
create index test_requirement on app.test (organization_id, requirement_id);
create index test_project on app.test (organization_id, project_id);
create index test_parent on app.test (organization_id, parent_id);
create index test_status on app.test (organization_id, status_id);
create index test_owner on app.test (organization_id, owner_id);
create index test_assignee on app.test (organization_id, assignee_id);

call app.tenant_table('app.test');
