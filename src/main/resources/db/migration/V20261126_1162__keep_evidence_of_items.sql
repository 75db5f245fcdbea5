-- What judges may know besides the target's own context: the evidence that a test carries, as it was at the start.
alter table app.test_run_item add column context jsonb;
