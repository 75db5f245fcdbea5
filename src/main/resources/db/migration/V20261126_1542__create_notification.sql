-- What a user is told of while they look elsewhere. Anybody in the organization may tell somebody something, by what they
-- do; only its addressee reads it and notes that it was read.

create table app.notification (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    user_id         uuid        not null,
    project_id      uuid,
    event_type      text        not null
                                check (event_type in ('test_run.execution_completed', 'test_set.generation_completed',
                                                      'task.assigned')),
    section         text        not null check (section in ('test-sets', 'test-runs', 'tasks', 'architect')),
    title           text        not null,
    body            text,
    is_failure      boolean     not null default false,
    entity_type     text,
    -- a value and no link: what it is about may be deleted meanwhile
    entity_id       uuid,
    -- how many things it stands for, by which badges count
    item_count      int         not null default 1 check (item_count > 0),
    payload         jsonb,
    read_at         timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, project_id) references app.project on delete cascade
);

create index notification_user on app.notification (organization_id, user_id, created_at desc, id desc);
create index notification_unread on app.notification (organization_id, user_id, section) where read_at is null;
create index notification_project on app.notification (organization_id, project_id);

call app.tenant_table('app.notification', 'select, insert, update (read_at), delete');
call app.project_scoped('app.notification');
call app.living_references('app.notification');

create policy own_to_read on app.notification as restrictive for select to public
    using (user_id = (select app.current_user_id()));
create policy own_to_note on app.notification as restrictive for update to public
    using      (user_id = (select app.current_user_id()))
    with check (user_id = (select app.current_user_id()));
create policy own_to_forget on app.notification as restrictive for delete to public
    using (user_id = (select app.current_user_id()));
