-- A row is about one object of one type: in the indexes of the other types it need not stand.

create or replace procedure app.add_link(holder regclass, target regclass, type text)
    language plpgsql as $$
declare
    here  text := (select relname from pg_catalog.pg_class where oid = holder);
    there text := (select relname from pg_catalog.pg_class where oid = target);
    link  text := there || '_id';
begin
    execute format('alter table %s
                        add %I uuid generated always as (case entity_type when %L then entity_id end) stored,
                        add foreign key (organization_id, %I) references %s on delete cascade',
                   holder, link, type, link, target);
    execute format('create index %I on %s (organization_id, %I) where %3$I is not null', here || '_' || there, holder, link);
end
$$;

do $$
declare
    i record;
begin
    for i in
        select c.oid::regclass as index, c.relname as name, x.indrelid::regclass as holder, a.attname as link
        from pg_catalog.pg_index x
        join pg_catalog.pg_class c on c.oid = x.indexrelid
        join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[1]
                                      and a.attgenerated = 's' and a.atttypid = 'uuid'::regtype
        join pg_catalog.pg_constraint k on k.conrelid = x.indrelid and k.conname = 'entity_is_linked'
        where x.indnkeyatts = 2 and x.indpred is null
    loop
        execute format('drop index %s', i.index);
        execute format('create index %I on %s (organization_id, %I) where %3$I is not null', i.name, i.holder, i.link);
    end loop;
end
$$;
