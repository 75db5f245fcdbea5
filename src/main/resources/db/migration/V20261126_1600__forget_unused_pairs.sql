-- Pairs are as many as the results of their runs, and every review makes new ones of the same runs. Those that nobody has asked
-- for in a while are deleted; the pairing stays, with the answers of its comparisons.
alter table app.pairing
    add used_at   timestamptz not null default now(),
    add has_pairs boolean     not null default true;

create index pairing_used on app.pairing (organization_id, used_at) where has_pairs;

grant update (used_at, has_pairs) on app.pairing to app_runtime;

comment on column app.pairing.used_at is 'The day on which its pairs were last asked for.';
comment on column app.pairing.has_pairs is 'False once its pairs were deleted because nobody had asked for them.';
