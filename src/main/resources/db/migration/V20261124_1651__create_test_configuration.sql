-- What is run against what: a test set, and an endpoint or a stored model as the target.
create table app.test_configuration (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    endpoint_id     uuid,
    model_id        uuid,
    test_set_id     uuid,
    category_id     uuid,
    topic_id        uuid,
    prompt_id       uuid,
    status_id       uuid,
    project_id      uuid,
    attributes      jsonb,
    primary key (organization_id, id),
    -- neither, once the target was removed for good
    check (num_nonnulls(endpoint_id, model_id) <= 1),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, endpoint_id) references app.endpoint on delete set null (endpoint_id),
    foreign key (organization_id, model_id) references app.model on delete set null (model_id),
    foreign key (organization_id, test_set_id) references app.test_set on delete set null (test_set_id),
    foreign key (organization_id, category_id) references app.category on delete set null (category_id),
    foreign key (organization_id, topic_id) references app.topic on delete set null (topic_id),
    foreign key (organization_id, prompt_id) references app.prompt on delete set null (prompt_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, project_id) references app.project on delete set null (project_id)
);

create index test_configuration_page on app.test_configuration (organization_id, created_at desc, id desc) where deleted_at is null;
create index test_configuration_user on app.test_configuration (organization_id, user_id);
create index test_configuration_endpoint on app.test_configuration (organization_id, endpoint_id);
create index test_configuration_model on app.test_configuration (organization_id, model_id);
create index test_configuration_test_set on app.test_configuration (organization_id, test_set_id);
create index test_configuration_category on app.test_configuration (organization_id, category_id);
create index test_configuration_topic on app.test_configuration (organization_id, topic_id);
create index test_configuration_prompt on app.test_configuration (organization_id, prompt_id);
create index test_configuration_status on app.test_configuration (organization_id, status_id);
create index test_configuration_project on app.test_configuration (organization_id, project_id);

call app.tenant_table('app.test_configuration');
