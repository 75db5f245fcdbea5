-- The same set is pushed every night under one name; its slug tells one push from another.
drop index app.test_set_living;

create index test_set_name on app.test_set (organization_id, name_key) where deleted_at is null;
