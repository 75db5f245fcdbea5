-- What the rows of a file come to under the mapping that was chosen last.
create table app.import_row (
    organization_id uuid    not null,
    import_id       uuid    not null,
    position        int     not null,
    row_number      int     not null,
    test            jsonb   not null,
    errors          jsonb   not null,
    warnings        jsonb   not null,
    is_bad          boolean not null,
    primary key (organization_id, import_id, position),
    foreign key (organization_id, import_id) references app.import_session on delete cascade
);

create index import_row_bad on app.import_row (organization_id, import_id, position) where is_bad;

call app.tenant_table('app.import_row');
