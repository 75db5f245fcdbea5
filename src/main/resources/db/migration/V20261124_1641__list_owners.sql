-- Where stored secrets are tended when a key is replaced: the active organizations behind one, by id, each with one
-- active owner as whom it is entered. Says nothing else of them.

grant create on schema app to app_auth;

create function app.list_owners(p_behind uuid, p_limit int) returns table (organization_id uuid, user_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select o.id, w.user_id
    from app.organization o
    cross join lateral (
        select m.user_id
        from app.membership m
        join app.account a on a.organization_id = m.organization_id and a.id = m.user_id and a.disabled_at is null
        where m.organization_id = o.id and m.role = 'owner' and m.is_active
        order by m.user_id
        limit 1) w
    where o.id > p_behind and o.is_active and o.deleted_at is null
    order by o.id
    limit p_limit
$$;

alter function app.list_owners(uuid, int) owner to app_auth;
grant execute on function app.list_owners(uuid, int) to app_runtime;

revoke create on schema app from app_auth;
