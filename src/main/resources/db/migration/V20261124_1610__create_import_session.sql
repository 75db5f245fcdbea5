-- A file on its way to a test set. Of a finished import only the note stays which set the file became.
create table app.import_session (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    expires_at      timestamptz not null default now() + interval '24 hours',
    user_id         uuid        not null default app.current_user_id(),
    filename        text        not null check (length(filename) between 1 and 255),
    content         bytea,
    content_hash    text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    test_type       text,
    import_key      text        check (import_key ~ '^[0-9a-f]{64}$'),
    test_set_id     uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade,
    check (content is not null or test_set_id is not null)
);

create index import_session_age on app.import_session (organization_id, expires_at);
create index import_session_user on app.import_session (organization_id, user_id);
create index import_session_test_set on app.import_session (organization_id, test_set_id);
create index import_session_key on app.import_session (organization_id, import_key);

call app.tenant_table('app.import_session');
