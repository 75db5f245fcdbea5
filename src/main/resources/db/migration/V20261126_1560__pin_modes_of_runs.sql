-- A run tells how it was executed and where its metrics came from; null where a client keeps the run, and of before.
alter table app.test_run
    add column execution_mode text check (execution_mode in ('Parallel', 'Sequential')),
    add column metrics_source text check (metrics_source in ('execution_time', 'test_set', 'requirement'));
