-- A test's results of one run are found by the id that stays when the test is purged, in the order in which outcomes and pairs
-- are made of them. By the test's id alone they would be looked for among those of all runs that a set ever had.

drop index app.test_result_once;

-- a result is written once, whoever comes second
create unique index test_result_once on app.test_result (organization_id, test_run_id, tested_id, repetition)
    where deleted_at is null;
