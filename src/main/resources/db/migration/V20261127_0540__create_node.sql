-- The nodes of this service that live. A node is heard of every two seconds. The table is lost in a crash of the database;
-- each node then finds that it is unknown, and writes anew what it alone knows.

create unlogged table app.node (
    id       uuid        primary key,
    heard_at timestamptz not null default clock_timestamp()
);

call app.closed_table('app.node', 'select, insert, update, delete');

grant create on schema app to app_auth;

-- Notes that a node lives; true when it was unknown. Forgets those that have not been heard of for ten minutes.
create function app.renew_node(p_node uuid) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.node where heard_at < clock_timestamp() - interval '10 minutes' and id <> p_node;
    update app.node set heard_at = clock_timestamp() where id = p_node;
    if not found then
        insert into app.node (id) values (p_node) on conflict (id) do nothing;
        return true;
    end if;
    return false;
end
$$;

-- Forgets a node that stops.
create function app.forget_node(p_node uuid) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    delete from app.node where id = p_node
$$;

-- The nodes that were heard of within eight seconds.
create function app.living_nodes() returns table (node_id uuid)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select id from app.node where heard_at > clock_timestamp() - interval '8 seconds'
$$;

alter function app.renew_node(uuid) owner to app_auth;
alter function app.forget_node(uuid) owner to app_auth;
alter function app.living_nodes() owner to app_auth;

grant execute on function app.renew_node(uuid), app.forget_node(uuid), app.living_nodes() to app_runtime;

revoke create on schema app from app_auth;
