-- Traces of tests that wait for their result, for whoever writes results.
create index trace_without_result on app.trace (organization_id, test_run_id, test_id)
    where test_result_id is null and test_run_id is not null;
