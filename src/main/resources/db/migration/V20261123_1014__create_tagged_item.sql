-- Polymorphic for its readers (item_type, item_id), made of one real foreign key per type: no tag points at nothing
-- or at another tenant.
create table app.tagged_item (
    organization_id        uuid        not null references app.organization,
    id                     uuid        not null default uuidv7(),
    created_at             timestamptz not null default now(),
    tag_id                 uuid        not null,
    test_id                uuid,
    test_set_id            uuid,
    prompt_id              uuid,
    requirement_id         uuid,
    category_id            uuid,
    project_id             uuid,
    model_id               uuid,
    tagged_organization_id uuid        check (tagged_organization_id = organization_id),
    item_id                uuid        generated always as (coalesce(test_id, test_set_id, prompt_id, requirement_id,
                                       category_id, project_id, model_id, tagged_organization_id)) stored,
    item_type              text        generated always as (case
                                           when test_id is not null then 'Test'
                                           when test_set_id is not null then 'TestSet'
                                           when prompt_id is not null then 'Prompt'
                                           when requirement_id is not null then 'Requirement'
                                           when category_id is not null then 'Category'
                                           when project_id is not null then 'Project'
                                           when model_id is not null then 'Model'
                                           else 'Organization' end) stored,
    primary key (organization_id, id),
    unique (organization_id, item_id, item_type, tag_id),
    check (num_nonnulls(test_id, test_set_id, prompt_id, requirement_id,
                        category_id, project_id, model_id, tagged_organization_id) = 1),
    foreign key (organization_id, tag_id) references app.tag on delete cascade,
    foreign key (organization_id, test_id) references app.test on delete cascade,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    foreign key (organization_id, prompt_id) references app.prompt on delete cascade,
    foreign key (organization_id, requirement_id) references app.requirement on delete cascade,
    foreign key (organization_id, category_id) references app.category on delete cascade,
    foreign key (organization_id, project_id) references app.project on delete cascade,
    foreign key (organization_id, model_id) references app.model on delete cascade
);

create index tagged_item_tag on app.tagged_item (organization_id, tag_id);
create index tagged_item_test on app.tagged_item (organization_id, test_id);
create index tagged_item_test_set on app.tagged_item (organization_id, test_set_id);
create index tagged_item_prompt on app.tagged_item (organization_id, prompt_id);
create index tagged_item_requirement on app.tagged_item (organization_id, requirement_id);
create index tagged_item_category on app.tagged_item (organization_id, category_id);
create index tagged_item_project on app.tagged_item (organization_id, project_id);
create index tagged_item_model on app.tagged_item (organization_id, model_id);

call app.tenant_table('app.tagged_item', 'select, insert, delete');
