-- Runs that end as soon as their tests, in a seeded random order, prove a verdict beside a baseline.

alter table app.test_run
    -- the place of the test that decided a run which ended early; what was finished behind it proves nothing
    add decided_position int;

alter table app.test_run_item
    -- the test of the baseline beside which it is looked at; a value and no link, as tested_id
    add baseline_test_id uuid;

create index test_run_item_looked_at on app.test_run_item (organization_id, test_run_id, position)
    where baseline_test_id is not null;
