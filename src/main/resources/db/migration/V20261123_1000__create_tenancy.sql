-- The tools with which every later table keeps organizations apart (docs/tenancy.md).

alter default privileges for role app_migrator, app_owner, app_auth revoke execute on functions from public;

-- The organization of this transaction. Loud when there is none: with an empty answer a delete would
-- report success having done nothing. No SET clause: it would cost 25 times as much per call.
create function app.current_organization() returns uuid
    language plpgsql stable parallel safe as $$
declare
    value text := pg_catalog.current_setting('app.current_organization', true);
begin
    if value is null or value = '' then
        raise exception 'no organization context in this transaction' using errcode = 'RL001';
    end if;
    return value::uuid;
end
$$;

create function app.current_user_id() returns uuid
    language sql stable parallel safe as $$
    select nullif(pg_catalog.current_setting('app.current_user', true), '')::uuid
$$;

-- The short id of a row: 12 of 0-9A-Za-z, as the application makes it.
create function app.nano_id() returns text
    language sql volatile parallel safe as $$
    select pg_catalog.string_agg(
               pg_catalog.substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', pg_catalog.random(1, 62), 1), '')
    from pg_catalog.generate_series(1, 12)
$$;

-- Makes a table a tenant table. Every table with an organization_id goes through it in the migration that creates it.
create procedure app.tenant_table(t regclass, grants text default 'select, insert, update, delete')
    language plpgsql as $$
begin
    execute format('alter table %s owner to app_owner', t);
    execute format('alter table %s alter column organization_id set default app.current_organization()', t);
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant_isolation on %s as permissive for all to public
                        using      (organization_id = (select app.current_organization()))
                        with check (organization_id = (select app.current_organization()))', t);
    execute format('revoke all on %s from public', t);
    execute format('grant %s on %s to app_runtime', grants, t);
end
$$;

-- Closes a table that belongs to no organization: nobody but the functions of app_auth reaches it.
create procedure app.closed_table(t regclass, grants text)
    language plpgsql as $$
begin
    execute format('alter table %s owner to app_owner', t);
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy auth_only on %s as permissive for all to app_auth using (true) with check (true)', t);
    execute format('revoke all on %s from public', t);
    execute format('grant %s on %s to app_auth', grants, t);
end
$$;

grant execute on function app.current_organization(), app.current_user_id(), app.nano_id()
    to app_runtime, app_auth, app_owner;
