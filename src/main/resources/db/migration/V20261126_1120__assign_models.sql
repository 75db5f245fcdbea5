-- Models have a status, an owner and an assignee, as other objects have. Their names may repeat, because clients create
-- the same model again.
alter table app.model
    add column status_id   uuid,
    add column owner_id    uuid,
    add column assignee_id uuid,
    add foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    add foreign key (organization_id, owner_id) references app.membership,
    add foreign key (organization_id, assignee_id) references app.membership;

drop index app.model_living;
create index model_name on app.model (organization_id, name_key) where deleted_at is null;
create index model_status on app.model (organization_id, status_id);
create index model_owner on app.model (organization_id, owner_id);
create index model_assignee on app.model (organization_id, assignee_id);

call app.living_references('app.model');
