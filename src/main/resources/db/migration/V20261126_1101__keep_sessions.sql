-- A refresh token is one session: it stays the same, lives for seven days after its last use and for 30 days at most, and
-- ends with the account, the membership or the organization.

drop function app.rotate_refresh_token(bytea, bytea);
drop function app.revoke_refresh_family(bytea);
drop function app.store_refresh_token(uuid, uuid, bytea);
drop function app.consume_login_code(bytea);
drop function app.authenticate_account(uuid);
drop table app.refresh_token;

create table app.refresh_token (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    account_id uuid        not null references app.account on update cascade on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null default now() + interval '7 days'
);

create index refresh_token_account on app.refresh_token (account_id);

call app.closed_table('app.refresh_token', 'select, insert, update, delete');

-- How often all sessions of the account were ended at once; access tokens of an earlier epoch are void.
alter table app.account add column session_epoch int not null default 0;

grant create on schema app to app_auth;

-- Whether somebody may log in: the account is there, and where it belongs to an organization, both it and the membership
-- are active.
create function app.may_enter(p_account uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (
        select
        from app.account a
        left join app.membership m on m.organization_id = a.organization_id and m.user_id = a.id
        left join app.organization o on o.id = a.organization_id
        where a.id = p_account and a.disabled_at is null
          and (a.organization_id is null or m.is_active and o.is_active and o.deleted_at is null))
$$;

-- Answers where the holder of an access token belongs: no row when the account is gone or its sessions were ended since,
-- no organization when it has none yet, no role when the membership or the organization is inactive.
create function app.authenticate_account(p_account uuid, p_epoch int)
    returns table (organization_id uuid, role text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.organization_id, case when m.is_active and o.is_active and o.deleted_at is null then m.role end
    from app.account a
    left join app.membership m on m.organization_id = a.organization_id and m.user_id = a.id
    left join app.organization o on o.id = a.organization_id
    where a.id = p_account and a.disabled_at is null and a.session_epoch = p_epoch
$$;

-- Answers whose code this is, once; no row when it is good no more.
create function app.consume_login_code(p_hash bytea) returns table (account_id uuid, epoch int)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    holder uuid;
begin
    delete from app.login_code c where c.code_hash = p_hash and c.expires_at > now() returning c.account_id into holder;
    return query select a.id, a.session_epoch from app.account a where a.id = holder and app.may_enter(holder);
end
$$;

create function app.store_refresh_token(p_account uuid, p_hash bytea) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.refresh_token where account_id = p_account and expires_at < now();
    insert into app.refresh_token (token_hash, account_id) values (p_hash, p_account);
end
$$;

-- Answers whose token this is, and lets it live on; no row when it is good no more. It is written at most once an hour, so
-- that a browser that refreshes on many tabs doesn't wait for itself.
create function app.use_refresh_token(p_hash bytea) returns table (account_id uuid, epoch int)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    t app.refresh_token;
begin
    select r.* into t from app.refresh_token r where r.token_hash = p_hash and r.expires_at > now();
    if t.token_hash is null or not app.may_enter(t.account_id) then
        return;
    end if;
    if t.expires_at < least(now() + interval '6 days 23 hours', t.created_at + interval '30 days') then
        update app.refresh_token
        set expires_at = least(now() + interval '7 days', created_at + interval '30 days')
        where token_hash = p_hash;
    end if;
    return query select a.id, a.session_epoch from app.account a where a.id = t.account_id;
end
$$;

create function app.revoke_refresh_token(p_hash bytea) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    delete from app.refresh_token where token_hash = p_hash
$$;

create function app.find_address(p_account uuid) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select email from app.account where id = p_account
$$;

-- Ends all sessions of an account, with what could still become one; access tokens stay until they expire or are refused
-- for another reason.
create function app.end_sessions(p_account uuid) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.refresh_token where account_id = p_account;
    delete from app.login_code where account_id = p_account;
end
$$;

-- Changes a password, and voids all that the old one began.
create function app.change_password(p_account uuid, p_password_hash text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    update app.account set password_hash = p_password_hash, session_epoch = session_epoch + 1 where id = p_account;
    perform app.end_sessions(p_account);
end
$$;

alter function app.may_enter(uuid) owner to app_auth;
alter function app.authenticate_account(uuid, int) owner to app_auth;
alter function app.consume_login_code(bytea) owner to app_auth;
alter function app.store_refresh_token(uuid, bytea) owner to app_auth;
alter function app.use_refresh_token(bytea) owner to app_auth;
alter function app.revoke_refresh_token(bytea) owner to app_auth;
alter function app.end_sessions(uuid) owner to app_auth;
alter function app.change_password(uuid, text) owner to app_auth;
alter function app.find_address(uuid) owner to app_auth;

grant execute on function
    app.may_enter(uuid), app.authenticate_account(uuid, int), app.consume_login_code(bytea),
    app.store_refresh_token(uuid, bytea), app.use_refresh_token(bytea), app.revoke_refresh_token(bytea),
    app.end_sessions(uuid), app.change_password(uuid, text), app.find_address(uuid)
    to app_runtime;

revoke create on schema app from app_auth;
