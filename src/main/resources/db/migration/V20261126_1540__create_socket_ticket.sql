-- Tickets that open a web socket: browsers can send no header with it, and no token may stand in its address. A ticket
-- works once and for a minute. Only a hash is stored.

create table app.socket_ticket (
    ticket_hash bytea       primary key check (octet_length(ticket_hash) = 32),
    account_id  uuid        not null references app.account on update cascade on delete cascade,
    epoch       int         not null,
    expires_at  timestamptz not null
);

create index socket_ticket_account on app.socket_ticket (account_id);

call app.closed_table('app.socket_ticket', 'select, insert, delete');

grant create on schema app to app_auth;

-- Stores a ticket of the user of this transaction, for the session of this epoch.
create function app.store_socket_ticket(p_epoch int, p_hash bytea, p_seconds int) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.socket_ticket where account_id = app.current_user_id() and expires_at < now();
    insert into app.socket_ticket (ticket_hash, account_id, epoch, expires_at)
    values (p_hash, app.current_user_id(), p_epoch, now() + p_seconds * interval '1 second');
end
$$;

-- Answers whose ticket this is, once, and the epoch of their session; no row when it is good no more.
create function app.consume_socket_ticket(p_hash bytea) returns table (account_id uuid, epoch int)
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    delete from app.socket_ticket t
    where t.ticket_hash = p_hash and t.expires_at > now()
    returning t.account_id, t.epoch
$$;

alter function app.store_socket_ticket(int, bytea, int) owner to app_auth;
alter function app.consume_socket_ticket(bytea) owner to app_auth;

grant execute on function app.store_socket_ticket(int, bytea, int), app.consume_socket_ticket(bytea) to app_runtime;

revoke create on schema app from app_auth;
