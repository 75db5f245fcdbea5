-- A token of one project opens no other: what a program with such a token offers is asked for in that project alone.
alter table app.connector_route
    add column is_of_one_project boolean not null default false,
    add check (not is_of_one_project or project_id is not null);
