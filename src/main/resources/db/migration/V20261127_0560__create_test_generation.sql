-- Tests that a model writes into a set, and how far that is. Everything that a node needs to go on where another was
-- killed is here and in the set itself.

create table app.test_generation (
    organization_id uuid        not null,
    -- the id of the task, too
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    ended_at        timestamptz,
    user_id         uuid        not null default app.current_user_id(),
    test_set_id     uuid        not null,
    state           text        not null default 'Progress'
                                check (state in ('Progress', 'Completed', 'Failed', 'Cancelled')),
    -- what is asked for, and the model as it was
    task            jsonb       not null,
    requested_tests int         not null check (requested_tests > 0),
    generated_tests int         not null default 0 check (generated_tests between 0 and requested_tests),
    -- the plan, cell by cell, and tests that were over
    cells           jsonb       not null,
    surplus         jsonb       not null default '[]',
    calls           int         not null default 0,
    -- counts what is written, so that of two nodes that work on it one is refused
    version         bigint      not null default 0,
    error           text,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade
);

create index test_generation_set on app.test_generation (organization_id, test_set_id);
create index test_generation_user on app.test_generation (organization_id, user_id);

call app.tenant_table('app.test_generation', 'select, insert, update');
call app.living_references('app.test_generation');
