-- What models and endpoints took in calls that no result of a run tells, added up by the month in UTC. Each month has up
-- to 16 rows, so that calls at the same time rarely wait for each other.

create table app.token_usage (
    organization_id uuid     not null,
    -- the first day of the month
    period_start    date     not null,
    slot            smallint not null check (slot between 0 and 15),
    model_tokens    bigint   not null,
    primary key (organization_id, period_start, slot)
);

call app.tenant_table('app.token_usage', 'select, insert, update');
