-- The environments of a project, each with the version of an experiment that is bound to it, or with none yet.

create table app.parameter_environment (
    organization_id    uuid        not null,
    project_id         uuid        not null,
    name               text        not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    updated_at         timestamptz not null default now(),
    experiment_id      uuid,
    experiment_version int,
    primary key (organization_id, project_id, name),
    check (num_nonnulls(experiment_id, experiment_version) <> 1),
    foreign key (organization_id, project_id) references app.project on delete cascade,
    foreign key (organization_id, experiment_id, experiment_version) references app.experiment_version
        on delete set null (experiment_id, experiment_version)
);

create index parameter_environment_project on app.parameter_environment (organization_id, project_id);
create index parameter_environment_experiment
    on app.parameter_environment (organization_id, experiment_id, experiment_version);

call app.tenant_table('app.parameter_environment');
call app.living_references('app.parameter_environment');
