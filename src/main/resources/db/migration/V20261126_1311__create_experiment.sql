-- Experiments, which give the parameters of a project values, and their versions.

create table app.experiment (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    project_id      uuid        not null,
    name            text        not null check (length(name) between 1 and 255),
    name_key        text        generated always as (lower(name)) stored,
    description     text,
    visibility      text        not null check (visibility in ('private', 'shared')),
    -- the number of the newest version: counted under the lock of this row, so that numbers have no gap
    versions_count  int         not null default 0,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, project_id) references app.project on delete cascade
);

create unique index experiment_private on app.experiment (organization_id, project_id, user_id, name_key)
    where deleted_at is null and visibility = 'private';
create unique index experiment_shared on app.experiment (organization_id, project_id, name_key)
    where deleted_at is null and visibility = 'shared';
create index experiment_page on app.experiment (organization_id, created_at desc, id desc) where deleted_at is null;
create index experiment_name on app.experiment (organization_id, name_key);
create index experiment_project on app.experiment (organization_id, project_id);
create index experiment_user on app.experiment (organization_id, user_id);

call app.tenant_table('app.experiment');
call app.project_scoped('app.experiment');
call app.living_references('app.experiment');
call app.list_object('app.experiment', 'Experiment', project => 'o.project_id');

-- A private experiment is there for its owner alone, wherever it is asked for: pages and counts need no rule of their own.
create policy own_or_shared on app.experiment as restrictive for all to public
    using      (visibility = 'shared' or user_id = (select app.current_user_id()))
    with check (visibility = 'shared' or user_id = (select app.current_user_id()));

-- Values as they were committed. Nobody changes them, for runs and environments refer to them.
create table app.experiment_version (
    organization_id    uuid        not null,
    experiment_id      uuid        not null,
    number             int         not null check (number > 0),
    created_at         timestamptz not null default now(),
    user_id            uuid        not null default app.current_user_id(),
    content_hash       text        not null,
    schema_fingerprint text        not null,
    values             jsonb       not null,
    -- of the values in their canonical form, in bytes
    size               int         not null,
    parent_number      int,
    message            text,
    primary key (organization_id, experiment_id, number),
    foreign key (organization_id, experiment_id) references app.experiment on delete cascade,
    foreign key (organization_id, user_id) references app.membership
);

create index experiment_version_hash on app.experiment_version (organization_id, content_hash);
create index experiment_version_user on app.experiment_version (organization_id, user_id);

call app.tenant_table('app.experiment_version', 'select, insert');
call app.living_references('app.experiment_version');

-- The versions of an experiment are there for whom the experiment is.
create policy of_a_visible_experiment on app.experiment_version as restrictive for all to public
    using (exists (
        select from app.experiment e
        where e.organization_id = experiment_version.organization_id and e.id = experiment_version.experiment_id));
