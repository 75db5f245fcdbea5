-- What most tests and prompts don't point at is indexed only where they do: an entry that says "nothing" costs a bulk as
-- much as any other, and neither a foreign key nor a filter by id ever looks for it.
drop index app.test_project;
drop index app.test_parent;
drop index app.test_status;
drop index app.test_owner;
drop index app.test_assignee;
drop index app.prompt_topic;
drop index app.prompt_requirement;
drop index app.prompt_parent;
drop index app.prompt_status;

create index test_project on app.test (organization_id, project_id, created_at desc, id desc) where project_id is not null;
create index test_parent on app.test (organization_id, parent_id) where parent_id is not null;
create index test_status on app.test (organization_id, status_id, created_at desc, id desc) where status_id is not null;
create index test_owner on app.test (organization_id, owner_id, created_at desc, id desc) where owner_id is not null;
create index test_assignee on app.test (organization_id, assignee_id, created_at desc, id desc) where assignee_id is not null;
create index prompt_topic on app.prompt (organization_id, topic_id) where topic_id is not null;
create index prompt_requirement on app.prompt (organization_id, requirement_id) where requirement_id is not null;
create index prompt_parent on app.prompt (organization_id, parent_id) where parent_id is not null;
create index prompt_status on app.prompt (organization_id, status_id) where status_id is not null;
