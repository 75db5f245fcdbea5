-- A statement is planned once and keeps its plan until its tables are analyzed. What was planned for a dozen rows compares
-- each with each, which takes a minute for ten thousand; so whoever writes thousands has the planner look at them, and does
-- not wait until autovacuum comes by.

do $$
declare
    t regclass;
begin
    for t in
        select c.oid
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
    loop
        execute format('grant maintain on %s to app_auth', t);
    end loop;
end
$$;

grant create on schema app to app_auth;

-- Analyzes the tenant tables that are more than twice as large as when they were last looked at: seldom, for each time is
-- at twice the size, and not those that are small, locked, or being analyzed by others.
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
