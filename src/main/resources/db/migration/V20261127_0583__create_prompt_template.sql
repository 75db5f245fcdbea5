-- Templates of prompts, which clients fill in.

create table app.prompt_template (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    content         text        not null check (length(content) between 1 and 100000),
    category_id     uuid,
    topic_id        uuid,
    parent_id       uuid,
    language_code   text,
    is_summary      boolean     not null default false,
    source_id       uuid,
    status_id       uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, category_id) references app.category on delete set null (category_id),
    foreign key (organization_id, topic_id) references app.topic on delete set null (topic_id),
    foreign key (organization_id, parent_id) references app.prompt_template on delete set null (parent_id),
    foreign key (organization_id, source_id) references app.source on delete set null (source_id),
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

create index prompt_template_page on app.prompt_template (organization_id, created_at desc, id desc)
    where deleted_at is null;
create index prompt_template_user on app.prompt_template (organization_id, user_id);
create index prompt_template_category on app.prompt_template (organization_id, category_id);
create index prompt_template_topic on app.prompt_template (organization_id, topic_id);
create index prompt_template_parent on app.prompt_template (organization_id, parent_id);
create index prompt_template_source on app.prompt_template (organization_id, source_id);
create index prompt_template_status on app.prompt_template (organization_id, status_id);

call app.tenant_table('app.prompt_template');
call app.living_references('app.prompt_template');
