-- The members of projects beside their owners. Who is none enters all projects of the organization all the same.
create table app.project_member (
    organization_id uuid        not null,
    project_id      uuid        not null,
    user_id         uuid        not null,
    added_at        timestamptz not null default now(),
    added_by        uuid        not null default app.current_user_id(),
    primary key (organization_id, project_id, user_id),
    foreign key (organization_id, project_id) references app.project on delete cascade,
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, added_by) references app.membership
);

create index project_member_user on app.project_member (organization_id, user_id);
create index project_member_added_by on app.project_member (organization_id, added_by);

call app.tenant_table('app.project_member', 'select, insert, delete');
call app.living_references('app.project_member');
