-- Tests filtered by one of their links come in the order of the list, so that a page of them needs no sorting.
drop index app.test_user;
drop index app.test_test_type;
drop index app.test_category;
drop index app.test_topic;
drop index app.test_requirement;
drop index app.test_project;
drop index app.test_status;
drop index app.test_owner;
drop index app.test_assignee;

create index test_user on app.test (organization_id, user_id, created_at desc, id desc);
create index test_test_type on app.test (organization_id, test_type_id, created_at desc, id desc);
create index test_category on app.test (organization_id, category_id, created_at desc, id desc);
create index test_topic on app.test (organization_id, topic_id, created_at desc, id desc);
create index test_requirement on app.test (organization_id, requirement_id, created_at desc, id desc);
create index test_project on app.test (organization_id, project_id, created_at desc, id desc);
create index test_status on app.test (organization_id, status_id, created_at desc, id desc);
create index test_owner on app.test (organization_id, owner_id, created_at desc, id desc);
create index test_assignee on app.test (organization_id, assignee_id, created_at desc, id desc);
