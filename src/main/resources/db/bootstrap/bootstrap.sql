-- Roles, privileges and the schema, made once per database by a superuser; safe to run again.
-- Plain SQL without psql commands: the embedded server, docker-compose.yml, the tests and an administrator run this same file.
-- Passwords are not set here: afterwards, `alter role … password …` for app_migrator, app_runtime and app_queue.

do $$
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_owner') then
        create role app_owner nologin;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_auth') then
        create role app_auth nologin;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_migrator') then
        create role app_migrator login;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_runtime') then
        create role app_runtime login;
    end if;
    if not exists (select from pg_catalog.pg_roles where rolname = 'app_queue') then
        create role app_queue login;
    end if;
end
$$;

-- stated again on every run, so that an attribute given by mistake is taken back
alter role app_owner nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role app_auth nologin nosuperuser nobypassrls nocreatedb nocreaterole;
alter role app_migrator login nosuperuser bypassrls nocreatedb nocreaterole;
alter role app_runtime login nosuperuser nobypassrls noinherit nocreatedb nocreaterole noreplication;
alter role app_queue login nosuperuser nobypassrls noinherit nocreatedb nocreaterole noreplication;

grant app_owner to app_migrator with inherit true, set true;
grant app_auth to app_migrator with inherit true, set true;

-- under FORCE a filtered statement of a migration changes nothing and says nothing; with this setting it is an error
alter role app_migrator set row_security = off;
alter role app_runtime set search_path = app, pg_temp;
alter role app_runtime set statement_timeout = '15s';
alter role app_runtime set lock_timeout = '5s';
alter role app_runtime set idle_in_transaction_session_timeout = '30s';
-- one plan for all values instead of one for each: planning costs as much as reading a single object, and a plan for the
-- value at hand is good or bad by luck (docs/adr/0004-one-plan-for-all.md)
alter role app_runtime set plan_cache_mode = force_generic_plan;
-- on anything but turning disks an index is worth its jumps, even for a tenant that has most of a table
alter role app_runtime set random_page_cost = 1.1;
-- a plan that reads a small table whole would be kept while an import makes it large
alter role app_runtime set enable_seqscan = off;
alter role app_queue set search_path = queue, pg_temp;
alter role app_queue set statement_timeout = '15s';
alter role app_queue set lock_timeout = '5s';
alter role app_queue set idle_in_transaction_session_timeout = '30s';

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to app_migrator, app_runtime, app_queue', current_database());
end
$$;

revoke all on schema public from public;

-- one injected select must not be able to change the tenant: begin_request is the only way there
revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
grant execute on function pg_catalog.set_config(text, text, boolean) to app_auth, app_migrator;

create schema if not exists app authorization app_owner;
grant usage on schema app to app_runtime, app_auth;

-- what is to be done, in ids only: its workers poll it as a role that reaches nothing else
create schema if not exists queue authorization app_owner;
grant usage on schema queue to app_queue, app_runtime;
