-- The version whose values a run was started with. The values themselves are in its plan.

alter table app.test_run
    add experiment_id      uuid,
    add experiment_version int,
    add check (num_nonnulls(experiment_id, experiment_version) <> 1),
    add foreign key (organization_id, experiment_id, experiment_version) references app.experiment_version
        on delete set null (experiment_id, experiment_version);

create index test_run_experiment on app.test_run (organization_id, experiment_id, experiment_version);
