-- Sources: texts that tests are generated from, written or extracted from an uploaded file, which is attached as any file.

create table app.source (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    project_id      uuid,
    title           text        not null check (length(title) between 1 and 255),
    title_key       text        generated always as (lower(title)) stored,
    description     text,
    source_type_id  uuid,
    source_metadata jsonb,
    -- null where none was written and none extracted; up to 5,000,000 characters, so no list reads it
    content         text        check (length(content) <= 5000000),
    content_hash    text        check (content_hash ~ '^[0-9a-f]{64}$'),
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, project_id) references app.project on delete set null (project_id),
    foreign key (organization_id, source_type_id) references app.type_lookup,
    check ((content is null) = (content_hash is null))
);

create index source_page on app.source (organization_id, created_at desc, id desc) where deleted_at is null;
create index source_title on app.source (organization_id, title_key);
create index source_user on app.source (organization_id, user_id);
create index source_project on app.source (organization_id, project_id);
create index source_type on app.source (organization_id, source_type_id);

call app.tenant_table('app.source');
call app.project_scoped('app.source');
call app.living_references('app.source');
call app.attachable('app.tagged_item', 'app.source', 'Source');
call app.attachable('app.comment', 'app.source', 'Source');
call app.attachable('app.task', 'app.source', 'Source');
call app.attachable('app.file', 'app.source', 'Source');
call app.list_object('app.source', 'Source', name => 'o.title', project => 'o.project_id');
