-- Conversations with the architect, each of whoever began it, and what was said in them.

create table app.architect_session (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    project_id      uuid,
    title           text        check (length(title) <= 255),
    mode            text        not null default 'discovery' check (length(mode) <= 50),
    plan_data       jsonb,
    agent_state     jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, project_id) references app.project on delete set null (project_id)
);

create index architect_session_page on app.architect_session (organization_id, created_at desc, id desc)
    where deleted_at is null;
create index architect_session_user on app.architect_session (organization_id, user_id);
create index architect_session_project on app.architect_session (organization_id, project_id);

call app.tenant_table('app.architect_session');
call app.project_scoped('app.architect_session');
call app.living_references('app.architect_session');

create policy of_its_user on app.architect_session as restrictive for all to public
    using      (user_id = (select app.current_user_id()))
    with check (user_id = (select app.current_user_id()));

create table app.architect_message (
    organization_id uuid        not null,
    id              uuid        not null,
    session_id      uuid        not null,
    created_at      timestamptz not null default clock_timestamp(),
    role            text        not null check (role in ('user', 'assistant')),
    content         text        not null check (length(content) between 1 and 100000),
    attachments     jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, session_id) references app.architect_session on delete cascade
);

create index architect_message_session on app.architect_message (organization_id, session_id, created_at, id);

call app.tenant_table('app.architect_message', 'select, insert');
call app.living_references('app.architect_message');

-- What was said in a session is there for whom the session is.
create policy of_a_visible_session on app.architect_message as restrictive for all to public
    using (exists (
        select from app.architect_session s
        where s.organization_id = architect_message.organization_id and s.id = architect_message.session_id));
