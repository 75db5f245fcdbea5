-- Projects, and the two functions that make an organization and open one for a transaction.

create table app.project (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    name            text        not null check (length(name) between 1 and 255),
    name_key        text        generated always as (lower(name)) stored,
    description     text,
    is_active       boolean     not null default true,
    icon            text,
    status_id       uuid,
    owner_id        uuid,
    attributes      jsonb,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id),
    foreign key (organization_id, owner_id) references app.membership
);

create unique index project_living on app.project (organization_id, name_key)
    nulls not distinct where deleted_at is null;
create index project_page on app.project (organization_id, created_at desc, id desc) where deleted_at is null;
create index project_user on app.project (organization_id, user_id);
create index project_status on app.project (organization_id, status_id);
create index project_owner on app.project (organization_id, owner_id);

call app.tenant_table('app.project');
grant select (organization_id, id, deleted_at) on app.project to app_auth;
call app.attachable('app.tagged_item', 'app.project', 'Project');
call app.attachable('app.comment', 'app.project', 'Project');
call app.attachable('app.task', 'app.project', 'Project');
call app.attachable('app.file', 'app.project', 'Project');

grant create on schema app to app_auth;

-- Makes an organization with its owner and its lookups in one call; false when the account has one already.
create function app.create_organization(p_account uuid, p_id uuid, p_name text, p_slug text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    a app.account;
begin
    select * into a from app.account where id = p_account and disabled_at is null for update;
    if a.id is null or a.organization_id is not null then
        return false;
    end if;
    insert into app.organization (id, name, slug) values (p_id, p_name, p_slug);
    -- the rows below pass the same policies as any request's; the tenant is closed again before the call ends
    perform set_config('app.current_organization', p_id::text, true), set_config('app.current_user', p_account::text, true);
    insert into app.membership (user_id, email, name, role, is_active, joined_at)
    values (p_account, a.email, a.name, 'owner', true, now());
    update app.organization set owner_id = p_account where id = p_id;
    update app.account set organization_id = p_id where id = p_account;
    perform app.seed_lookups();
    perform set_config('app.current_organization', '', true), set_config('app.current_user', '', true);
    return true;
end
$$;

-- Opens the tenant for this transaction: authorizes and sets the context, once, in one round trip. It answers the caller's
-- role (docs/adr/0003-tenant-at-begin-of-transaction.md).
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

alter function app.create_organization(uuid, uuid, text, text) owner to app_auth;
alter function app.begin_request(uuid, uuid, uuid) owner to app_auth;

grant execute on function app.create_organization(uuid, uuid, text, text), app.begin_request(uuid, uuid, uuid)
    to app_runtime;

revoke create on schema app from app_auth;
