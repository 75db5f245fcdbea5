-- Which metrics judge the tests of a requirement.
create table app.requirement_metric (
    organization_id uuid not null,
    requirement_id  uuid not null,
    metric_id       uuid not null,
    primary key (organization_id, requirement_id, metric_id),
    foreign key (organization_id, requirement_id) references app.requirement on delete cascade,
    foreign key (organization_id, metric_id) references app.metric on delete cascade
);

create index requirement_metric_metric on app.requirement_metric (organization_id, metric_id);

call app.tenant_table('app.requirement_metric');
