-- How many calls to a target a node may have in flight for a run until when. A target is an endpoint or a model: its id is
-- a value and no link, for either may be removed while calls to it are in flight.
create table app.target_slot (
    organization_id uuid        not null,
    target_id       uuid        not null,
    test_run_id     uuid        not null,
    node_id         uuid        not null,
    most_of_run     int         not null,
    wanted          int         not null,
    slots           int         not null,
    expires_at      timestamptz not null,
    primary key (organization_id, target_id, test_run_id, node_id),
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade
);

create index target_slot_test_run on app.target_slot (organization_id, test_run_id);

call app.tenant_table('app.target_slot');
