-- What runs and results keep of the version that they are of, and how often a test is repeated and what it must reach.

-- A rule is how many of a test's repetitions must pass: "all", "any", {"k": 2}, or {"metric": "Correct", "mean_score": 0.7}.
create function app.is_pass_rule(rule jsonb) returns boolean
    language sql immutable parallel safe as $$
    select case jsonb_typeof(rule)
               when 'string' then rule in ('"all"', '"any"')
               when 'object' then
                   case when rule ? 'k' then rule - 'k' = '{}' and jsonb_typeof(rule -> 'k') = 'number'
                        else rule ?& '{metric,mean_score}' and rule - '{metric,mean_score}'::text[] = '{}'
                             and jsonb_typeof(rule -> 'metric') = 'string'
                             and jsonb_typeof(rule -> 'mean_score') = 'number' end
               else rule is null end
$$;

grant execute on function app.is_pass_rule(jsonb) to app_runtime, app_owner;

alter table app.test
    add repetitions int check (repetitions between 1 and 100),
    add pass_rule   jsonb check (app.is_pass_rule(pass_rule));

alter table app.test_set
    add repetitions int check (repetitions between 1 and 100),
    add pass_rule   jsonb check (app.is_pass_rule(pass_rule));

-- A test that is run and reported and counts for nothing, until somebody lifts that or its time is over.
create table app.test_quarantine (
    organization_id uuid        not null,
    test_id         uuid        not null,
    created_at      timestamptz not null default now(),
    user_id         uuid        not null default app.current_user_id(),
    reason          text        not null check (reason <> ''),
    until           timestamptz,
    primary key (organization_id, test_id),
    foreign key (organization_id, test_id) references app.test on delete cascade,
    foreign key (organization_id, user_id) references app.membership
);

create index test_quarantine_user on app.test_quarantine (organization_id, user_id);

call app.tenant_table('app.test_quarantine');
call app.living_references('app.test_quarantine');

-- The version that a run is of. Number and hash are pinned beside the link, which is gone when the set is purged.
alter table app.test_run
    add test_set_version_id     uuid,
    add test_set_version_number int,
    add test_set_version_hash   text,
    add foreign key (organization_id, test_set_version_id) references app.test_set_version
        on delete set null (test_set_version_id);

create index test_run_test_set_version on app.test_run (organization_id, test_set_version_id);

-- The test's id is kept as a value too, so that the repetitions of a test stay together when it is purged.
alter table app.test_run_item
    add tested_id     uuid,
    add content_hash  text,
    add stimulus_hash text,
    -- the place of the test in its set, the same for all of its repetitions
    add set_position  int,
    add repetitions   int not null default 1,
    add pass_rule     jsonb check (app.is_pass_rule(pass_rule));

-- What comparisons read stands in the result, so that they read nothing else.
alter table app.test_result
    add tested_id     uuid,
    add content_hash  text,
    add stimulus_hash text,
    add set_position  int,
    add pass_rule     jsonb check (app.is_pass_rule(pass_rule));

create index test_result_tested on app.test_result (organization_id, tested_id, created_at desc)
    where tested_id is not null;
