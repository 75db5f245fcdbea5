-- What was found when somebody looked whether a run could go well. It is kept for a day, so that any node can tell it to
-- whoever asked, and to nobody else.

create table app.preflight (
    organization_id uuid        not null,
    user_id         uuid        not null default app.current_user_id(),
    -- the correlation id, which clients choose
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    finished_at     timestamptz,
    primary key (organization_id, user_id, id),
    foreign key (organization_id, user_id) references app.membership
);

call app.tenant_table('app.preflight');

create table app.preflight_check (
    organization_id uuid not null,
    user_id         uuid not null default app.current_user_id(),
    preflight_id    uuid not null,
    number          int  not null,
    id              uuid not null default uuidv7(),
    name            text not null,
    status          text not null check (status in ('running', 'passed', 'failed', 'warning', 'skipped')),
    message         text,
    detail          text,
    -- the set that it is about, where there are several; a set may be deleted meanwhile
    test_set_id     uuid,
    test_set_name   text,
    primary key (organization_id, user_id, preflight_id, number),
    foreign key (organization_id, user_id, preflight_id) references app.preflight on delete cascade
);

call app.tenant_table('app.preflight_check');

create policy own on app.preflight as restrictive for all to public
    using      (user_id = (select app.current_user_id()))
    with check (user_id = (select app.current_user_id()));

create policy own on app.preflight_check as restrictive for all to public
    using      (user_id = (select app.current_user_id()))
    with check (user_id = (select app.current_user_id()));
