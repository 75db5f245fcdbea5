-- Which metrics judge the tests of a set, whatever requirements they have.
create table app.test_set_metric (
    organization_id uuid not null,
    test_set_id     uuid not null,
    metric_id       uuid not null,
    primary key (organization_id, test_set_id, metric_id),
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    foreign key (organization_id, metric_id) references app.metric on delete cascade
);

create index test_set_metric_metric on app.test_set_metric (organization_id, metric_id);

call app.tenant_table('app.test_set_metric');
