-- The objects of all main types under one name, to find one by its id and to see what happened last.
-- A branch is read by its primary key or by its index below, never as a whole.
create view app.object (entity_type, organization_id, id, nano_id, name, project_id, user_id, version, created_at,
                        updated_at, deleted_at)
    with (security_invoker = true) as
select 'Test', o.organization_id, o.id, o.nano_id,
       coalesce(o.name, left((select p.content from app.prompt p where p.organization_id = o.organization_id
                           and p.id = o.prompt_id), 255)),
       o.project_id, o.user_id, o.version, o.created_at, o.updated_at, o.deleted_at
from app.test o
union all
select 'TestSet', o.organization_id, o.id, o.nano_id, o.name, o.project_id, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.test_set o
union all
select 'Prompt', o.organization_id, o.id, o.nano_id, coalesce(o.name, left(o.content, 255)), null::uuid, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.prompt o
union all
select 'Requirement', o.organization_id, o.id, o.nano_id, o.name, null::uuid, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.requirement o
union all
select 'Category', o.organization_id, o.id, o.nano_id, o.name, null::uuid, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.category o
union all
select 'Topic', o.organization_id, o.id, o.nano_id, o.name, null::uuid, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.topic o
union all
select 'Project', o.organization_id, o.id, o.nano_id, o.name, o.id, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.project o
union all
select 'Model', o.organization_id, o.id, o.nano_id, o.name, null::uuid, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.model o
union all
select 'Task', o.organization_id, o.id, o.nano_id, o.title, null::uuid, o.user_id,
       o.version, o.created_at, o.updated_at, o.deleted_at
from app.task o;

alter view app.object owner to app_owner;
grant select on app.object to app_runtime;

create index test_change on app.test (organization_id, updated_at desc, id desc);
create index test_set_change on app.test_set (organization_id, updated_at desc, id desc);
create index prompt_change on app.prompt (organization_id, updated_at desc, id desc);
create index requirement_change on app.requirement (organization_id, updated_at desc, id desc);
create index category_change on app.category (organization_id, updated_at desc, id desc);
create index topic_change on app.topic (organization_id, updated_at desc, id desc);
create index project_change on app.project (organization_id, updated_at desc, id desc);
create index model_change on app.model (organization_id, updated_at desc, id desc);
create index task_change on app.task (organization_id, updated_at desc, id desc);
