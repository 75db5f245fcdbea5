-- A new reference to a deleted row is refused like one to a row that never was. A foreign key can't say that: a deleted row
-- is still there, and rows that are older than its deletion may refer to it.

-- Which columns refer to rows that can be deleted softly, each with its foreign key. Generated columns are left out: they
-- follow from others, which the application checks.
create view app.soft_reference (source, link, target, key) with (security_invoker = true) as
select k.conrelid::regclass, a.attname, format('app.%I', r.relname), k.conname
from pg_catalog.pg_constraint k
join pg_catalog.pg_class r on r.oid = k.confrelid
join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2] and a.attgenerated = ''
join pg_catalog.pg_attribute d on d.attrelid = k.confrelid and d.attname = 'deleted_at' and not d.attisdropped
where k.contype = 'f' and k.connamespace = 'app'::regnamespace and cardinality(k.conkey) = 2
  -- what a run did stands, whatever was deleted while it ran
  and k.conrelid not in ('app.test_run_item'::regclass, 'app.test_result'::regclass);

alter view app.soft_reference owner to app_owner;

-- Gives a table what its foreign keys lack. One statement checks whatever is inserted, one row or thousands; an update is
-- checked only where it changes a reference. Each row that is referred to is looked up once and by its id (`limit 1`): the
-- statement is planned at the first insert, when tables may be so small that a join would read them whole. It
-- is called again for a table that gets another reference.
create procedure app.living_references(t regclass)
    language plpgsql as $$
declare
    here    text := (select relname from pg_catalog.pg_class where oid = t);
    guard   text := 'app.' || quote_ident(here || '_refers_to_the_living');
    added   text;
    changed text;
    changes text;
begin
    select string_agg(format('
        select %1$L
        from (select distinct n.organization_id, n.%3$I as link from added n where n.%3$I is not null) n
        cross join lateral (
            select from %2$s r
            where r.organization_id = n.organization_id and r.id = n.link and r.deleted_at is not null
            limit 1)',
                             key, target, link), ' union all'),
           string_agg(format('
        select %L from %s r where r.organization_id = new.organization_id and r.id = new.%I and r.deleted_at is not null
                            and new.%3$I is distinct from old.%3$I',
                             key, target, link), ' union all'),
           string_agg(format('new.%1$I is distinct from old.%1$I', link), ' or ')
    into added, changed, changes
    from app.soft_reference
    where source = t;
    if added is null then
        return;
    end if;
    execute format('create or replace function %s() returns trigger language plpgsql as $body$
declare
    broken text;
begin
    if tg_op = ''INSERT'' then
        broken := (%s limit 1);
    else
        broken := (%s limit 1);
    end if;
    if broken is not null then
        raise exception ''insert or update violates foreign key constraint "%%"'', broken
            using errcode = ''foreign_key_violation'', constraint = broken;
    end if;
    return null;
end
$body$', guard, added, changed);
    execute format('create or replace trigger added_references after insert on %s
                        referencing new table as added for each statement execute function %s()', t, guard);
    execute format('create or replace trigger changed_references after update on %s
                        for each row when (%s) execute function %s()', t, changes, guard);
end
$$;

do $$
declare
    t regclass;
begin
    for t in select distinct source from app.soft_reference loop
        call app.living_references(t);
    end loop;
end
$$;
