-- What the role of the connection pool must not be or have: each row returned names the reason and the object.
select 'R01 the role of the pool is a superuser' as check, rolname::text as object
from pg_roles where rolname = current_user and rolsuper
union all
select 'R02 the role of the pool bypasses row policies', rolname
from pg_roles where rolname = current_user and rolbypassrls
union all
select 'R03 the role of the pool may create roles or databases, or replicate', rolname
from pg_roles where rolname = current_user and (rolcreaterole or rolcreatedb or rolreplication)
union all
select 'R04 the role of the pool is a member of another role', m.roleid::regrole::text
from pg_auth_members m where m.member = current_user::regrole
union all
select 'R05 the role of the pool owns an object', c.relname
from pg_class c where c.relowner = current_user::regrole
union all
select 'R05 the role of the pool owns an object', p.proname
from pg_proc p where p.proowner = current_user::regrole
union all
select 'R05 the role of the pool owns an object', n.nspname
from pg_namespace n where n.nspowner = current_user::regrole
union all
select 'R05 the role of the pool owns an object', d.datname
from pg_database d where d.datdba = current_user::regrole
order by 1, 2
