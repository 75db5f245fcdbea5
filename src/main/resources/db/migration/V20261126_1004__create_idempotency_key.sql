-- What a request with an Idempotency-Key was answered. Its state is `started` (another request takes it over when the
-- process died), then `committed`, in the same transaction as the work, then `answered`.
create table app.idempotency_key (
    organization_id uuid        not null,
    user_id         uuid        not null default app.current_user_id(),
    key             text        not null check (length(key) between 1 and 255),
    created_at      timestamptz not null default now(),
    fingerprint     bytea       not null check (octet_length(fingerprint) = 32),
    claim           uuid        not null,
    state           text        not null default 'started' check (state in ('started', 'committed', 'answered')),
    status          integer,
    headers         jsonb,
    body            bytea,
    primary key (organization_id, user_id, key),
    foreign key (organization_id, user_id) references app.membership on delete cascade,
    check ((state = 'answered') = (num_nulls(status, headers, body) = 0))
);

create index idempotency_key_age on app.idempotency_key (organization_id, created_at);

call app.tenant_table('app.idempotency_key');

-- Answers are for who asked. What is too old to be repeated, any member may clear away.
create policy own_answers on app.idempotency_key as restrictive for all to public
    using      (user_id = (select app.current_user_id()) or created_at < now() - interval '24 hours')
    with check (user_id = (select app.current_user_id()));
