-- A request with X-Project-Id sees and writes the rows of that project only, in tables whose rows can be in one.

-- The project of this transaction; null when it is about all of them.
create function app.current_project() returns uuid
    language sql stable parallel safe as $$
    select nullif(pg_catalog.current_setting('app.current_project', true), '')::uuid
$$;

-- Whether this transaction is about all projects: true, or null. The policy asks with `is not null`, which the planner takes
-- for what holds of nearly every row, as it does; any other form and it expects few rows, and sorts where an index would do.
create function app.all_projects() returns boolean
    language sql stable parallel safe as $$
    select case when coalesce(pg_catalog.current_setting('app.current_project', true), '') = '' then true end
$$;

grant execute on function app.current_project(), app.all_projects() to app_runtime, app_auth, app_owner;

-- Narrows a tenant table to the project of the transaction. Every table whose rows can be in a project, by a nullable
-- project_id, goes through it beside app.tenant_table. Rows in no project are in none of them.
create procedure app.project_scoped(t regclass)
    language plpgsql as $$
begin
    execute format('create policy project_scope on %s as restrictive for all to public
                        using      ((select app.all_projects()) is not null or project_id = (select app.current_project()))
                        with check ((select app.all_projects()) is not null or project_id = (select app.current_project()))', t);
end
$$;

do $$
declare
    t regclass;
begin
    for t in
        select c.oid
        from pg_catalog.pg_class c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'project_id' and not a.attisdropped
        where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
          and not a.attnotnull and a.attgenerated = ''
    loop
        call app.project_scoped(t);
    end loop;
end
$$;

grant select (organization_id, id, deleted_at) on app.project to app_auth;

grant create on schema app to app_auth;

drop function app.begin_request(uuid, uuid);

-- Opens the tenant for this transaction: authorizes and sets, once, in one round trip. Returns the caller's role.
create function app.begin_request(p_organization uuid, p_user uuid, p_project uuid default null) returns text
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    r text;
begin
    if coalesce(current_setting('app.current_organization', true), '') <> '' then
        raise exception 'organization context already set in this transaction' using errcode = 'RL002';
    end if;
    select m.role into r
    from app.membership m
    join app.account a on a.organization_id = m.organization_id and a.id = m.user_id and a.disabled_at is null
    join app.organization o on o.id = m.organization_id and o.is_active and o.deleted_at is null
    where m.organization_id = p_organization and m.user_id = p_user and m.is_active;
    if r is null then
        raise exception 'not a member' using errcode = 'RL003';
    end if;
    perform set_config('app.current_organization', p_organization::text, true),
            set_config('app.current_user', p_user::text, true);
    if p_project is not null then
        -- read under the tenant's own policy, which is open by now
        perform from app.project p where p.organization_id = p_organization and p.id = p_project and p.deleted_at is null;
        if not found then
            raise exception 'no such project' using errcode = 'RL004';
        end if;
        perform set_config('app.current_project', p_project::text, true);
    end if;
    return r;
end
$$;

alter function app.begin_request(uuid, uuid, uuid) owner to app_auth;
grant execute on function app.begin_request(uuid, uuid, uuid) to app_runtime;

revoke create on schema app from app_auth;
