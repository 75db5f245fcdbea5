-- Lists of traces find their pages, and count, by one index under every filter that is no search for words. The columns
-- beside its key are those of filters, which are set with the root of a trace and seldom change: what each delivery of
-- spans changes (counts, tokens, the end, the words) is not among them, so that it still writes no index.

drop index app.trace_page;
create index trace_page on app.trace (organization_id, project_id, root_start_time desc, id desc)
    include (environment, root_status_code, root_duration_ms, root_name, conversation_id, test_run_id, test_result_id,
             reviewed_status);

-- Each project counts as large, as each organization does (app.tenant_table): taken for an average one, its traces are
-- sorted where the index has them in order.
alter table app.trace alter column project_id set (n_distinct = 2);
