-- How many spans came, added up by the month in UTC: what is deleted later stays counted. Each month has up to 16 rows, so that
-- deliveries at the same time rarely wait for each other.

create table app.span_usage (
    organization_id uuid     not null,
    -- the first day of the month
    period_start    date     not null,
    slot            smallint not null check (slot between 0 and 15),
    spans           bigint   not null,
    primary key (organization_id, period_start, slot)
);

call app.tenant_table('app.span_usage', 'select, insert, update');
