-- The objects of all types under one name, to find one by its id and to see what happened last. A branch is read by its
-- primary key or by its index of changes, never as a whole.

-- Results come first because they alone have no index of changes: runs write them by thousands, and nobody asks for them as
-- activity. They are found by their id.
create view app.object (entity_type, organization_id, id, nano_id, name, project_id, user_id, version, created_at,
                        updated_at, deleted_at)
    with (security_invoker = true) as
select 'TestResult', o.organization_id, o.id, o.nano_id, o.verdict, null::uuid, o.user_id, o.version, o.created_at,
       o.updated_at, o.deleted_at
from app.test_result o;

alter view app.object owner to app_owner;
grant select on app.object to app_runtime;

-- Adds the rows of a table to app.object, and the index by which their changes are read. `name` and `project` are
-- expressions over a row `o`: call app.list_object('app.task', 'Task', name => 'o.title');
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

call app.list_object('app.project', 'Project', project => 'o.id');
call app.list_object('app.task', 'Task', name => 'o.title');
call app.list_object('app.model', 'Model');
call app.list_object('app.endpoint', 'Endpoint', project => 'o.project_id');
call app.list_object('app.metric', 'Metric');
call app.list_object('app.category', 'Category');
call app.list_object('app.topic', 'Topic');
call app.list_object('app.requirement', 'Requirement');
call app.list_object('app.prompt', 'Prompt', name => 'coalesce(o.name, left(o.content, 255))');
call app.list_object('app.test', 'Test', project => 'o.project_id',
    name => 'coalesce(o.name, left((select p.content from app.prompt p where p.organization_id = o.organization_id
                                    and p.id = o.prompt_id), 255))');
call app.list_object('app.test_set', 'TestSet', project => 'o.project_id');
call app.list_object('app.test_run', 'TestRun', project => 'o.project_id');
