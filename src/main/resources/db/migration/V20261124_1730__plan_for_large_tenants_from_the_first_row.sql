-- Until a table is analyzed for the first time PostgreSQL takes it to have a row or two of each organization, none of them
-- living, and reads all of an organization's rows where an id would do. A plan made then is kept until autovacuum comes by,
-- a minute later; meanwhile a first import or a first run fills the table. So a new table begins with the statistics that
-- V20261124_1602 asks for: few organizations, and few deleted rows.
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

-- Beside what it did: lets app.analyze_grown_tables() look at the table, and begins with these statistics.
create or replace procedure app.tenant_table(t regclass, grants text default 'select, insert, update, delete')
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

do $$
declare
    t regclass;
begin
    for t in
        select c.oid
        from pg_catalog.pg_class c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
    loop
        call app.expect_many_rows(t);
    end loop;
end
$$;
