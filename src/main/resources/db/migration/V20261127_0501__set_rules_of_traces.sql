-- How long the traces of a project are kept, and which share of them: of one project, or of all that say nothing themselves,
-- where project_id is null. What is null here is as the organization has it, and else as the operator has it.
create table app.trace_rule (
    organization_id uuid             not null,
    id              uuid             not null default uuidv7(),
    project_id      uuid,
    retention_days  int              check (retention_days between 1 and 36500),
    sample_share    double precision check (sample_share between 0 and 1),
    updated_at      timestamptz      not null default now(),
    user_id         uuid             not null default app.current_user_id(),
    primary key (organization_id, id),
    foreign key (organization_id, project_id) references app.project on delete cascade,
    foreign key (organization_id, user_id) references app.membership
);

create unique index trace_rule_project on app.trace_rule (organization_id, project_id) nulls not distinct;
create index trace_rule_user on app.trace_rule (organization_id, user_id);

call app.tenant_table('app.trace_rule');
call app.project_scoped('app.trace_rule');
call app.living_references('app.trace_rule');

-- How many spans were refused because the trace had as many as are kept.
alter table app.trace add column refused_count int not null default 0;
