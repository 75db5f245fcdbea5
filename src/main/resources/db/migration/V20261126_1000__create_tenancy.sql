-- The tools with which every later table keeps organizations apart (docs/tenancy.md).

alter default privileges for role app_migrator, app_owner, app_auth revoke execute on functions from public;

-- The context of a transaction, which app.begin_request() opens.

-- The organization. It raises an error when there is none: with an empty answer instead, a delete would report success
-- and have done nothing. It has no SET clause, which would make each call cost 25 times as much.
create function app.current_organization() returns uuid
    language plpgsql stable parallel safe as $$
declare
    value text := pg_catalog.current_setting('app.current_organization', true);
begin
    if value is null or value = '' then
        raise exception 'no organization context in this transaction' using errcode = 'RL001';
    end if;
    return value::uuid;
end
$$;

-- The user; null when no user is known.
create function app.current_user_id() returns uuid
    language sql stable parallel safe as $$
    select nullif(pg_catalog.current_setting('app.current_user', true), '')::uuid
$$;

-- The project of X-Project-Id; null when the request is about all projects.
create function app.current_project() returns uuid
    language sql stable parallel safe as $$
    select nullif(pg_catalog.current_setting('app.current_project', true), '')::uuid
$$;

-- True when the request is about all projects, else null. The policy asks with `is not null`, which the planner takes to hold
-- for nearly every row, as it does. With any other form it expects few rows and sorts instead of using an index.
create function app.all_projects() returns boolean
    language sql stable parallel safe as $$
    select case when coalesce(pg_catalog.current_setting('app.current_project', true), '') = '' then true end
$$;

-- A short id for people: 12 of 0-9A-Za-z, as the application makes it.
create function app.nano_id() returns text
    language sql volatile parallel safe as $$
    select pg_catalog.string_agg(
               pg_catalog.substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                                 pg_catalog.random(1, 62), 1), '')
    from pg_catalog.generate_series(1, 12)
$$;

grant execute on function
    app.current_organization(), app.current_user_id(), app.current_project(), app.all_projects(), app.nano_id()
    to app_runtime, app_auth, app_owner;

-- Gives an empty table the statistics of a large one. Before its first ANALYZE, PostgreSQL expects a row or two of each
-- organization, none of them living, and reads all rows of an organization where an id would do. A plan made then is kept
-- until autovacuum comes, about a minute later, while a first import or run fills the table.
create procedure app.expect_many_rows(t regclass)
    language sql as $$
    select pg_catalog.pg_restore_attribute_stats(
               'schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', e.attname, 'inherited', false,
               'null_frac', e.null_frac, 'avg_width', e.avg_width, 'n_distinct', e.n_distinct)
    from (values ('organization_id', 0::real, 16, 20::real),
                 ('deleted_at', 0.99::real, 8, -0.01::real)) as e (attname, null_frac, avg_width, n_distinct)
    join pg_catalog.pg_attribute a on a.attrelid = t and a.attname = e.attname
    join pg_catalog.pg_class c on c.oid = t
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where not exists (
        select from pg_catalog.pg_stats s
        where s.schemaname = n.nspname and s.tablename = c.relname and s.attname = e.attname)
$$;

-- Makes a table a tenant table. Every table with an organization_id goes through it in the migration that creates it.
-- A prepared statement is planned once for all organizations. With their true number, PostgreSQL would plan for one of
-- average size and walk through whole indexes of a large one. With n_distinct = 20 it takes each organization to be large,
-- and a plan for a large one suits a small one too.
create procedure app.tenant_table(t regclass, grants text default 'select, insert, update, delete')
    language plpgsql as $$
begin
    execute format('alter table %s owner to app_owner', t);
    execute format('alter table %s alter column organization_id set default app.current_organization()', t);
    execute format('alter table %s alter column organization_id set (n_distinct = 20)', t);
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant_isolation on %s as permissive for all to public
                        using      (organization_id = (select app.current_organization()))
                        with check (organization_id = (select app.current_organization()))', t);
    execute format('revoke all on %s from public', t);
    execute format('grant %s on %s to app_runtime', grants, t);
    execute format('grant maintain on %s to app_auth', t);
    call app.expect_many_rows(t);
end
$$;

-- Narrows a tenant table to the project of the transaction. Every table with a nullable project_id goes through it after
-- app.tenant_table. A row without a project is in none of them.
create procedure app.project_scoped(t regclass)
    language plpgsql as $$
begin
    execute format('create policy project_scope on %s as restrictive for all to public
                        using      ((select app.all_projects()) is not null
                                    or project_id = (select app.current_project()))
                        with check ((select app.all_projects()) is not null
                                    or project_id = (select app.current_project()))', t);
end
$$;

-- Closes a table that belongs to no organization: only the functions of app_auth reach it.
create procedure app.closed_table(t regclass, grants text)
    language plpgsql as $$
begin
    execute format('alter table %s owner to app_owner', t);
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy auth_only on %s as permissive for all to app_auth using (true) with check (true)', t);
    execute format('revoke all on %s from public', t);
    execute format('grant %s on %s to app_auth', grants, t);
end
$$;

grant create on schema app to app_auth;

-- Analyzes the tenant tables that have more than doubled since the last time. A statement keeps its plan until its tables
-- are analyzed, and a plan for a dozen rows compares each with each: a minute for ten thousand. So whoever writes thousands
-- calls this and does not wait for autovacuum. It skips tables that are small, locked or being analyzed.
create function app.analyze_grown_tables() returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    t regclass;
begin
    for t in
        select c.oid
        from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
          and has_table_privilege(c.oid, 'maintain')
          and pg_relation_size(c.oid) > 2 * greatest(c.relpages, 4) * current_setting('block_size')::bigint
    loop
        execute format('analyze (skip_locked) %s', t);
    end loop;
end
$$;

alter function app.analyze_grown_tables() owner to app_auth;
grant execute on function app.analyze_grown_tables() to app_runtime;

revoke create on schema app from app_auth;
