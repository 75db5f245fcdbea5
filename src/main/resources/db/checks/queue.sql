-- What the role that polls the queue must not reach: everything that belongs to an organization. Run as that role.
select "check", object
from (
    select 'R06 the role of the queue reaches what belongs to organizations' as check, 'schema app' as object
    where has_schema_privilege('app', 'usage')
    union all
    select 'R06 the role of the queue reaches what belongs to organizations', 'app.' || c.relname
    from pg_class c
    where c.relnamespace = to_regnamespace('app') and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and has_any_column_privilege(c.oid, 'select, insert, update, references')
    union all
    select 'R07 the role of the queue may call a function of organizations', p.proname
    from pg_proc p
    where (p.pronamespace = to_regnamespace('app') or p.oid = 'pg_catalog.set_config(text, text, boolean)'::regprocedure)
      and has_function_privilege(p.oid, 'execute')) as finding ("check", object)
-- the schema first: without a right on it the others are of no use
order by "check", object not like 'schema %', object
