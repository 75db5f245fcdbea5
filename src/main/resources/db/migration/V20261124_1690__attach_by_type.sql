-- What can be about objects of many types (entity_type, entity_id) is held by one real foreign key per type, whose column
-- follows from the two: it is about nothing that is not there, and about nothing of another tenant. A new type costs one
-- call per table: comment, task, file and tagged_item.

-- Lets rows of `holder` be about rows of `target`, which clients call `type`:
-- call app.attachable('app.comment', 'app.prompt', 'Prompt');
create procedure app.attachable(holder regclass, target regclass, type text)
    language plpgsql as $$
begin
    call app.add_link(holder, target, type);
    call app.require_link(holder);
end
$$;

-- The column of a type with its foreign key and index.
create procedure app.add_link(holder regclass, target regclass, type text)
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
    execute format('create index %I on %s (organization_id, %I)', here || '_' || there, holder, link);
end
$$;

-- That one of the columns of the types points at what a row is about: so a type without a column is refused.
create procedure app.require_link(holder regclass)
    language plpgsql as $$
declare
    links text := (select string_agg(quote_ident(attname), ', ' order by attnum)
                   from pg_catalog.pg_attribute
                   where attrelid = holder and attgenerated = 's' and atttypid = 'uuid'::regtype and not attisdropped);
begin
    if exists (select from pg_catalog.pg_constraint where conrelid = holder and conname = 'entity_is_linked') then
        execute format('alter table %s drop constraint entity_is_linked', holder);
    end if;
    execute format('alter table %s add constraint entity_is_linked check (num_nonnulls(%s) = num_nonnulls(entity_id))',
                   holder, links);
end
$$;

alter table app.comment drop constraint comment_entity_type_check;
alter table app.task drop constraint task_entity_type_check;
alter table app.file drop constraint file_entity_type_check;
call app.require_link('app.comment');
call app.require_link('app.task');
call app.require_link('app.file');

-- Tags were held the other way round: type and id followed from the columns.
alter table app.tagged_item
    alter item_id drop expression,
    alter item_id set not null,
    alter item_type drop expression,
    alter item_type set not null;
alter table app.tagged_item rename item_id to entity_id;
alter table app.tagged_item rename item_type to entity_type;
alter table app.tagged_item
    rename constraint tagged_item_organization_id_item_id_item_type_tag_id_key to tagged_item_once;
alter table app.tagged_item
    drop test_id,
    drop test_set_id,
    drop prompt_id,
    drop requirement_id,
    drop category_id,
    drop project_id,
    drop model_id,
    drop tagged_organization_id,
    add tagged_organization_id uuid generated always as (case entity_type when 'Organization' then entity_id end) stored
        check (tagged_organization_id = organization_id);

call app.add_link('app.tagged_item', 'app.test', 'Test');
call app.add_link('app.tagged_item', 'app.test_set', 'TestSet');
call app.add_link('app.tagged_item', 'app.prompt', 'Prompt');
call app.add_link('app.tagged_item', 'app.requirement', 'Requirement');
call app.add_link('app.tagged_item', 'app.category', 'Category');
call app.add_link('app.tagged_item', 'app.project', 'Project');
call app.add_link('app.tagged_item', 'app.model', 'Model');
call app.require_link('app.tagged_item');
