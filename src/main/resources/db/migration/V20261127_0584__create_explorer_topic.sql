-- Sets of the explorer and their tests, which no other list shows, and the topics of their trees.

alter table app.test_set add explorer_row boolean not null default false;
alter table app.test add explorer_row boolean not null default false;

create index test_set_explorer on app.test_set (organization_id, created_at desc, id desc)
    where explorer_row and deleted_at is null;

create table app.explorer_topic (
    organization_id uuid not null,
    test_set_id     uuid not null,
    id              uuid not null,
    -- from the root, with slashes: Safety/Violence
    path            text not null check (length(path) between 1 and 255),
    primary key (organization_id, id),
    unique (organization_id, test_set_id, path),
    foreign key (organization_id, test_set_id) references app.test_set on delete cascade
);

call app.tenant_table('app.explorer_topic');
call app.living_references('app.explorer_topic');
