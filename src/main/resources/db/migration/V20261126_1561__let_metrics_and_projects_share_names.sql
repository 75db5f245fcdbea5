-- Metrics have a status, an owner and an assignee, as other objects have. Names of metrics and projects may repeat, because
-- clients create the same ones again.
alter table app.metric
    add column status_id   uuid,
    add column owner_id    uuid,
    add column assignee_id uuid,
    add foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    add foreign key (organization_id, owner_id) references app.membership,
    add foreign key (organization_id, assignee_id) references app.membership;

drop index app.metric_living;
create index metric_name on app.metric (organization_id, name_key) where deleted_at is null;
create index metric_status on app.metric (organization_id, status_id);
create index metric_owner on app.metric (organization_id, owner_id);
create index metric_assignee on app.metric (organization_id, assignee_id);

call app.living_references('app.metric');

drop index app.project_living;
create index project_name on app.project (organization_id, name_key) where deleted_at is null;
