-- The parameters that a project has: one list of typed fields each. A project without a row has none.

create table app.parameter_schema (
    organization_id uuid        not null,
    project_id      uuid        not null,
    version         bigint      not null default 0,
    updated_at      timestamptz not null default now(),
    fields          jsonb       not null default '[]',
    primary key (organization_id, project_id),
    foreign key (organization_id, project_id) references app.project on delete cascade
);

call app.tenant_table('app.parameter_schema');
call app.living_references('app.parameter_schema');
