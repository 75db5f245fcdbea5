-- A prepared statement is planned once for all organizations. With their true number PostgreSQL would plan for one of
-- average size, and what suits that (a walk through all its entries of some index) takes seconds in a large one. So it is
-- told that there are few: each is then taken to be large, and what is good for a large one is good for a small one.
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
end
$$;

do $$
declare
    t regclass;
begin
    for t in
        select c.oid
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
    loop
        execute format('alter table %s alter column organization_id set (n_distinct = 20)', t);
    end loop;
end
$$;
