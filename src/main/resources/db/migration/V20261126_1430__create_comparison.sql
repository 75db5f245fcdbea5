-- Baselines of test sets, and comparisons of two runs test by test.

-- An act by which a run became a baseline of its set. The newest of a name and target counts, the others are its history.
create table app.test_set_baseline (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    user_id         uuid        not null default app.current_user_id(),
    test_set_id     uuid        not null,
    name            text        not null check (name ~ '^[a-z][a-z0-9._-]{0,62}$'),
    endpoint_id     uuid,
    model_id        uuid,
    test_run_id     uuid        not null,
    reason          text        not null check (reason <> ''),
    primary key (organization_id, id),
    check (num_nonnulls(endpoint_id, model_id) <= 1),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    foreign key (organization_id, endpoint_id) references app.endpoint on delete cascade,
    foreign key (organization_id, model_id) references app.model on delete cascade,
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade
);

create index test_set_baseline_set on app.test_set_baseline (organization_id, test_set_id, name, created_at desc, id desc);
create index test_set_baseline_user on app.test_set_baseline (organization_id, user_id);
create index test_set_baseline_endpoint on app.test_set_baseline (organization_id, endpoint_id);
create index test_set_baseline_model on app.test_set_baseline (organization_id, model_id);
create index test_set_baseline_test_run on app.test_set_baseline (organization_id, test_run_id);

call app.tenant_table('app.test_set_baseline', 'select, insert');
call app.living_references('app.test_set_baseline');

-- The pairs of two runs as they were at one moment: the results, reviews and quarantines from which they were made are in
-- its hash, so many comparisons with different parameters share one.
create table app.pairing (
    organization_id  uuid        not null,
    id               uuid        not null,
    created_at       timestamptz not null default now(),
    candidate_run_id uuid        not null,
    baseline_run_id  uuid        not null,
    -- outcome where every pair has equal repetitions and rules in both runs, else share
    measure          text        not null check (measure in ('outcome', 'share')),
    primary key (organization_id, id),
    foreign key (organization_id, candidate_run_id) references app.test_run on delete cascade,
    foreign key (organization_id, baseline_run_id) references app.test_run on delete cascade
);

create index pairing_candidate on app.pairing (organization_id, candidate_run_id);
create index pairing_baseline on app.pairing (organization_id, baseline_run_id);

call app.tenant_table('app.pairing', 'select, insert');

-- One test of a pairing, in the order of the candidate's set. The ids of tests are values and no links, because tests may be
-- purged. The figures are there only where the test is in both runs.
create table app.paired_test (
    organization_id  uuid    not null,
    pairing_id       uuid    not null,
    position         int     not null,
    outcome          text    not null check (outcome in ('improved', 'regressed', 'unchanged', 'new', 'missing', 'not_run',
                                                         'not_comparable', 'quarantined')),
    test_id          uuid    not null,
    baseline_test_id uuid,
    candidate        double precision,
    baseline         double precision,
    delta            double precision,
    candidate_errs   boolean not null,
    baseline_errs    boolean not null,
    content_hash     text,
    primary key (organization_id, pairing_id, position),
    foreign key (organization_id, pairing_id) references app.pairing on delete cascade
);

create index paired_test_regressed on app.paired_test (organization_id, pairing_id, test_id) where outcome = 'regressed';

call app.tenant_table('app.paired_test', 'select, insert');

-- What a comparison answered, kept as it was written so that the same question has the same answer.
create table app.comparison (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    user_id         uuid        not null default app.current_user_id(),
    pairing_id      uuid        not null,
    body            text        not null,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, pairing_id) references app.pairing on delete cascade
);

create index comparison_pairing on app.comparison (organization_id, pairing_id);
create index comparison_user on app.comparison (organization_id, user_id);

call app.tenant_table('app.comparison', 'select, insert');
