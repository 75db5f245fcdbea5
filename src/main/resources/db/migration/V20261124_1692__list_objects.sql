-- Adds the rows of a table to app.object, where one is found by its id, whatever its type, and by what happened last.
-- `name` and `project` are expressions over a row o: call app.list_object('app.task', 'Task', name => 'o.title');
create procedure app.list_object(t regclass, type text, name text default 'o.name', project text default 'null::uuid')
    language plpgsql as $$
declare
    here text := (select relname from pg_catalog.pg_class where oid = t);
begin
    execute format('create or replace view app.object with (security_invoker = true) as
                        %s
                        union all
                        select %L::text, o.organization_id, o.id, o.nano_id, %s, %s, o.user_id, o.version,
                               o.created_at, o.updated_at, o.deleted_at
                        from %s o',
                   rtrim(pg_catalog.pg_get_viewdef('app.object'::regclass), ';'), type, name, project, t);
    execute format('create index %I on %s (organization_id, updated_at desc, id desc)', here || '_change', t);
end
$$;
