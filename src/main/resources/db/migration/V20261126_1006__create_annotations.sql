-- Tags, comments, tasks and files: what can be about objects of many types.
--
-- Those who write and read a row see entity_type and entity_id. One generated column for each type follows from the two and
-- holds a real foreign key, so that a row is about nothing that is not there, and about nothing of another tenant
-- (docs/adr/0006-links-to-many-types.md). The types are added by the files that create their tables.

-- Lets rows of `holder` be about rows of `target`, which clients call `type`:
-- call app.attachable('app.comment', 'app.prompt', 'Prompt');
create procedure app.attachable(holder regclass, target regclass, type text)
    language plpgsql as $$
begin
    call app.add_link(holder, target, type);
    call app.require_link(holder);
end
$$;

-- Adds the column of a type with its foreign key and index. A row is about one object of one type, so it stands in the
-- index of that type alone.
create procedure app.add_link(holder regclass, target regclass, type text)
    language plpgsql as $$
declare
    here  text := (select relname from pg_catalog.pg_class where oid = holder);
    there text := (select relname from pg_catalog.pg_class where oid = target);
    link  text := there || '_id';
begin
    execute format('alter table %s
                        add %I uuid generated always as (case entity_type when %L then entity_id end) stored,
                        add foreign key (organization_id, %I) references %s on delete cascade',
                   holder, link, type, link, target);
    execute format('create index %I on %s (organization_id, %I) where %3$I is not null', here || '_' || there, holder, link);
end
$$;

-- Requires that one of the columns of the types holds what a row is about: a type without a column is refused.
create procedure app.require_link(holder regclass)
    language plpgsql as $$
declare
    links text := (select string_agg(quote_ident(attname), ', ' order by attnum)
                   from pg_catalog.pg_attribute
                   where attrelid = holder and attgenerated = 's' and atttypid = 'uuid'::regtype and not attisdropped);
begin
    if exists (select from pg_catalog.pg_constraint where conrelid = holder and conname = 'entity_is_linked') then
        execute format('alter table %s drop constraint entity_is_linked', holder);
    end if;
    execute format('alter table %s add constraint entity_is_linked check (num_nonnulls(%s) = num_nonnulls(entity_id))',
                   holder, links);
end
$$;

create table app.tag (
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
    icon_unicode    text,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership
);

create unique index tag_living on app.tag (organization_id, name_key) nulls not distinct where deleted_at is null;
create index tag_page on app.tag (organization_id, created_at desc, id desc) where deleted_at is null;
create index tag_user on app.tag (organization_id, user_id);

call app.tenant_table('app.tag');

-- A tag on an object. Tags may also be on the organization itself, which is no row of a tenant table and has its own column.
create table app.tagged_item (
    organization_id        uuid        not null references app.organization,
    id                     uuid        not null default uuidv7(),
    created_at             timestamptz not null default now(),
    tag_id                 uuid        not null,
    entity_type            text        not null,
    entity_id              uuid        not null,
    tagged_organization_id uuid        generated always as (case entity_type when 'Organization' then entity_id end) stored
                                       check (tagged_organization_id = organization_id),
    primary key (organization_id, id),
    constraint tagged_item_once unique (organization_id, entity_id, entity_type, tag_id),
    foreign key (organization_id, tag_id) references app.tag on delete cascade
);

create index tagged_item_tag on app.tagged_item (organization_id, tag_id);

call app.tenant_table('app.tagged_item', 'select, insert, delete');

-- A task may be about nothing; and about another task, which has its column here because the table is its own target.
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
    entity_type     text,
    entity_id       uuid        check ((entity_id is null) = (entity_type is null)),
    task_id         uuid        generated always as (case entity_type when 'Task' then entity_id end) stored,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, assignee_id) references app.membership,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, priority_id) references app.type_lookup on delete set null (priority_id),
    foreign key (organization_id, task_id) references app.task on delete cascade
);

create index task_page on app.task (organization_id, created_at desc, id desc) where deleted_at is null;
create index task_entity on app.task (organization_id, entity_type, entity_id, created_at desc, id desc)
    where deleted_at is null;
create index task_user on app.task (organization_id, user_id);
create index task_assignee on app.task (organization_id, assignee_id);
create index task_status on app.task (organization_id, status_id);
create index task_priority on app.task (organization_id, priority_id);
create index task_subject_task on app.task (organization_id, task_id) where task_id is not null;

call app.tenant_table('app.task');

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
    entity_type     text        not null,
    entity_id       uuid        not null,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership
);

create index comment_page on app.comment (organization_id, created_at desc, id desc) where deleted_at is null;
create index comment_entity on app.comment (organization_id, entity_type, entity_id, created_at desc, id desc)
    where deleted_at is null;
create index comment_user on app.comment (organization_id, user_id);

call app.tenant_table('app.comment');
call app.attachable('app.comment', 'app.task', 'Task');

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

-- What the organization keeps in the file store, each content once. Uploads and purges of the same content lock its row, so
-- that a content is never removed while a file is made of it.
create table app.file_content (
    organization_id uuid        not null references app.organization,
    content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    size_bytes      bigint      not null check (size_bytes >= 0),
    created_at      timestamptz not null default now(),
    primary key (organization_id, content_hash)
);

call app.tenant_table('app.file_content');

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
    entity_type     text        not null,
    entity_id       uuid        not null,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, content_hash) references app.file_content
);

create index file_page on app.file (organization_id, created_at desc, id desc) where deleted_at is null;
create index file_entity on app.file (organization_id, entity_type, entity_id, created_at desc, id desc)
    where deleted_at is null;
create index file_user on app.file (organization_id, user_id);
create index file_content_hash on app.file (organization_id, content_hash);

call app.tenant_table('app.file');
call app.attachable('app.file', 'app.task', 'Task');
