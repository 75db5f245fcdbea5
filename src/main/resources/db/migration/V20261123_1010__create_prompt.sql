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

create index prompt_page on app.prompt (organization_id, created_at desc, id desc) where deleted_at is null;
create index prompt_user on app.prompt (organization_id, user_id);
create index prompt_topic on app.prompt (organization_id, topic_id);
create index prompt_requirement on app.prompt (organization_id, requirement_id);
create index prompt_parent on app.prompt (organization_id, parent_id);
create index prompt_status on app.prompt (organization_id, status_id);

call app.tenant_table('app.prompt');

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
