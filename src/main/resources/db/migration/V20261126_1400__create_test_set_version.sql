-- Immutable versions of test sets (docs/adr/0030). A version copies nothing: what a test says is stored once per hash, and a
-- set keeps for each test the range of versions that hold it so.

-- The content of a test, by the SHA-256 of its canonical JSON. It has no ids, so equal tests have equal hashes everywhere.
create table app.test_content (
    organization_id    uuid   not null,
    content_hash       text   not null check (content_hash ~ '^[0-9a-f]{64}$'),
    stimulus_hash      text   not null check (stimulus_hash ~ '^[0-9a-f]{64}$'),
    category           text,
    expected_response  text,
    files              text[] not null,
    language_code      text,
    metadata           jsonb,
    prompt             text,
    requirement        text,
    test_configuration jsonb,
    test_type          text   not null,
    topic              text,
    primary key (organization_id, content_hash)
);

call app.tenant_table('app.test_content', 'select, insert');

create table app.test_set_version (
    organization_id uuid        not null,
    id              uuid        not null default uuidv7(),
    created_at      timestamptz not null default now(),
    user_id         uuid        not null default app.current_user_id(),
    test_set_id     uuid        not null,
    number          int         not null check (number > 0),
    description     text,
    hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
    tests           int         not null,
    added           int         not null,
    removed         int         not null,
    changed         int         not null,
    -- the version whose tests this one has again
    restored_number int,
    -- the highest position and the state of the hash behind it, from which a version with more tests at its end goes on
    last_position   int         not null,
    hash_state      bytea       not null,
    primary key (organization_id, id),
    unique (organization_id, test_set_id, number),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade
);

create index test_set_version_hash on app.test_set_version (organization_id, test_set_id, hash);
create index test_set_version_user on app.test_set_version (organization_id, user_id);

call app.tenant_table('app.test_set_version', 'select, insert');
call app.living_references('app.test_set_version');

-- The name of a version, apart from it because it may be given, changed and taken away later.
create table app.test_set_version_label (
    organization_id uuid not null,
    test_set_id     uuid not null,
    number          int  not null,
    label           text not null check (label ~ '^[a-z][a-z0-9._-]{0,62}$'),
    primary key (organization_id, test_set_id, number),
    unique (organization_id, test_set_id, label),
    foreign key (organization_id, test_set_id, number)
        references app.test_set_version (organization_id, test_set_id, number) on delete cascade
);

call app.tenant_table('app.test_set_version_label');

-- A test of a set as it was from one version on, until before another; without that, as it is in the newest version. The
-- test's id is a value and no link, because the test may be purged. Only the end of an open range is ever written again.
create table app.test_set_version_test (
    organization_id uuid not null,
    test_set_id     uuid not null,
    since_number    int  not null,
    test_id         uuid not null,
    until_number    int  check (until_number > since_number),
    position        int  not null,
    content_hash    text not null,
    primary key (organization_id, test_set_id, since_number, test_id),
    -- deferred, because a version is written when its tests are, whose hashes make its own
    foreign key (organization_id, test_set_id, since_number)
        references app.test_set_version (organization_id, test_set_id, number) on delete cascade
        deferrable initially deferred
);

create unique index test_set_version_test_open on app.test_set_version_test (organization_id, test_set_id, test_id)
    where until_number is null;
create index test_set_version_test_order on app.test_set_version_test (organization_id, test_set_id, position, test_id);

call app.tenant_table('app.test_set_version_test', 'select, insert, update (until_number)');

-- The tests in which a set may differ from its newest version. Whatever writes something that a version is made of notes it
-- here, in its own transaction; who makes a version takes the notes first and reads the tests after that. A note is renewed
-- and not left as it is (`do update`): so its taker waits for whoever changes the test at the same moment.
create table app.test_set_unversioned (
    organization_id uuid not null,
    test_set_id     uuid not null,
    test_id         uuid not null,
    primary key (organization_id, test_set_id, test_id)
);

call app.tenant_table('app.test_set_unversioned');

create function app.note_changed_members() returns trigger
    language plpgsql as $$
begin
    insert into app.test_set_unversioned (organization_id, test_set_id, test_id)
    select c.organization_id, c.test_set_id, c.test_id
    from changed c
    order by c.test_set_id, c.test_id
    on conflict (organization_id, test_set_id, test_id) do update set test_id = excluded.test_id;
    return null;
end
$$;

create trigger note_added after insert on app.test_set_test
    referencing new table as changed for each statement execute function app.note_changed_members();
create trigger note_moved after update on app.test_set_test
    referencing new table as changed for each statement execute function app.note_changed_members();
create trigger note_removed after delete on app.test_set_test
    referencing old table as changed for each statement execute function app.note_changed_members();

create function app.note_changed_tests() returns trigger
    language plpgsql as $$
begin
    insert into app.test_set_unversioned (organization_id, test_set_id, test_id)
    select h.organization_id, h.test_set_id, h.test_id
    from after_it a
    join before_it b on b.organization_id = a.organization_id and b.id = a.id
    join app.test_set_test h on h.organization_id = a.organization_id and h.test_id = a.id
    where (a.deleted_at is null) <> (b.deleted_at is null)
       or a.prompt_id is distinct from b.prompt_id
       or a.test_configuration is distinct from b.test_configuration
       or a.test_type_id <> b.test_type_id
       or a.category_id is distinct from b.category_id
       or a.topic_id is distinct from b.topic_id
       or a.requirement_id is distinct from b.requirement_id
       or a.test_metadata is distinct from b.test_metadata
    order by h.test_set_id, h.test_id
    on conflict (organization_id, test_set_id, test_id) do update set test_id = excluded.test_id;
    return null;
end
$$;

create trigger note_changed after update on app.test
    referencing old table as before_it new table as after_it
    for each statement execute function app.note_changed_tests();

-- Notes the tests that refer to the changed row with the column that the trigger names: those of all projects, whichever one
-- the request is about.
create function app.note_changed_reference() returns trigger
    language plpgsql as $$
declare
    project text := coalesce(current_setting('app.current_project', true), '');
begin
    set local app.current_project = '';
    execute format('
        insert into app.test_set_unversioned (organization_id, test_set_id, test_id)
        select h.organization_id, h.test_set_id, h.test_id
        from app.test t
        join app.test_set_test h on h.organization_id = t.organization_id and h.test_id = t.id
        where t.organization_id = $1 and t.%I = $2
        order by h.test_set_id, h.test_id
        on conflict (organization_id, test_set_id, test_id) do update set test_id = excluded.test_id', tg_argv[0])
        using new.organization_id, new.id;
    execute format('set local app.current_project = %L', project);
    return null;
end
$$;

create trigger note_changed after update on app.prompt for each row
    when (new.content <> old.content or new.language_code <> old.language_code
          or new.expected_response is distinct from old.expected_response)
    execute function app.note_changed_reference('prompt_id');
create trigger note_changed after update on app.type_lookup for each row
    when (new.type_value <> old.type_value)
    execute function app.note_changed_reference('test_type_id');
create trigger note_changed after update on app.category for each row
    when (new.name <> old.name or (new.deleted_at is null) <> (old.deleted_at is null))
    execute function app.note_changed_reference('category_id');
create trigger note_changed after update on app.topic for each row
    when (new.name <> old.name or (new.deleted_at is null) <> (old.deleted_at is null))
    execute function app.note_changed_reference('topic_id');
create trigger note_changed after update on app.requirement for each row
    when (new.name <> old.name or (new.deleted_at is null) <> (old.deleted_at is null))
    execute function app.note_changed_reference('requirement_id');

create function app.note_changed_file() returns trigger
    language plpgsql as $$
begin
    insert into app.test_set_unversioned (organization_id, test_set_id, test_id)
    select h.organization_id, h.test_set_id, h.test_id
    from app.test_set_test h
    where h.organization_id = coalesce(new.organization_id, old.organization_id)
      and h.test_id = coalesce(new.entity_id, old.entity_id)
      and coalesce(new.entity_type, old.entity_type) = 'Test'
    order by h.test_set_id
    on conflict (organization_id, test_set_id, test_id) do update set test_id = excluded.test_id;
    return null;
end
$$;

create trigger note_changed after insert or update or delete on app.file
    for each row execute function app.note_changed_file();

-- A purged set leaves no notes. This comes after the cascades, as its name comes after theirs (RI_…).
create function app.forget_changes() returns trigger
    language plpgsql as $$
begin
    delete from app.test_set_unversioned c where c.organization_id = old.organization_id and c.test_set_id = old.id;
    return null;
end
$$;

create trigger forget_changes after delete on app.test_set
    for each row execute function app.forget_changes();

-- What tests say now, those of all projects: a row for each of the ids, without a type where there is no living test. A name
-- that was deleted is none.
create function app.current_content(tests uuid[])
    returns table (test_id uuid, category text, expected_response text, files text[], language_code text, metadata jsonb,
                   prompt text, requirement text, test_configuration jsonb, test_type text, topic text)
    language plpgsql volatile as $$
declare
    project text := coalesce(current_setting('app.current_project', true), '');
begin
    set local app.current_project = '';
    return query
        select n.id, c.name, p.expected_response,
               array(select f.content_hash
                     from app.file f
                     where f.organization_id = t.organization_id and f.entity_type = 'Test' and f.entity_id = t.id
                       and f.deleted_at is null
                     order by f.content_hash),
               p.language_code, t.test_metadata, p.content, q.name, t.test_configuration, y.type_value, o.name
        from unnest(tests) as n (id)
        left join app.test t on t.id = n.id and t.deleted_at is null
        left join app.type_lookup y on y.organization_id = t.organization_id and y.id = t.test_type_id
        left join app.prompt p on p.organization_id = t.organization_id and p.id = t.prompt_id
        left join app.category c on c.organization_id = t.organization_id and c.id = t.category_id
                                and c.deleted_at is null
        left join app.topic o on o.organization_id = t.organization_id and o.id = t.topic_id and o.deleted_at is null
        left join app.requirement q on q.organization_id = t.organization_id and q.id = t.requirement_id
                                   and q.deleted_at is null;
    execute format('set local app.current_project = %L', project);
end
$$;

grant execute on function app.current_content(uuid[]) to app_runtime;

-- every set of before has all of its tests still to be looked at
insert into app.test_set_unversioned (organization_id, test_set_id, test_id)
select organization_id, test_set_id, test_id from app.test_set_test;
