-- The only way past the row policies before a tenant is known: narrow functions of app_auth, each with exact-match input
-- and the least output. Check C16 of db/checks/catalog.sql lists them all.

grant create on schema app to app_auth;

-- Answers whose token this is, and with which role: a token whose scopes don't say "write" only reads, whoever made it.
-- It notes at most once a minute that the token was used, because an update that finds nothing to do costs as much as the
-- query. A token that opens nothing is not noted.
create function app.authenticate_token(p_organization uuid, p_hash bytea) returns table (user_id uuid, role text)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    noted_long_ago boolean;
begin
    select m.user_id, case when t.scopes = '[]' or t.scopes ? 'write' then m.role else 'viewer' end,
           t.last_used_at is null or t.last_used_at < now() - interval '1 minute'
    into user_id, role, noted_long_ago
    from app.api_token t
    join app.membership m on m.organization_id = t.organization_id and m.user_id = t.user_id and m.is_active
    join app.account a on a.organization_id = m.organization_id and a.id = m.user_id and a.disabled_at is null
    join app.organization o on o.id = t.organization_id and o.is_active and o.deleted_at is null
    where t.organization_id = p_organization and t.token_hash = p_hash and t.deleted_at is null
      and (t.expires_at is null or t.expires_at > now());
    if not found then
        return;
    end if;
    if noted_long_ago then
        update app.api_token t set last_used_at = now()
        where t.organization_id = p_organization and t.id = (
            select u.id from app.api_token u
            where u.organization_id = p_organization and u.token_hash = p_hash
            for no key update skip locked);
    end if;
    return next;
end
$$;

-- Answers where the holder of a login belongs: no row when the account is gone, no organization when it has none yet,
-- no role when the membership or the organization is inactive.
create function app.authenticate_account(p_account uuid) returns table (organization_id uuid, role text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.organization_id, case when m.is_active and o.is_active and o.deleted_at is null then m.role end
    from app.account a
    left join app.membership m on m.organization_id = a.organization_id and m.user_id = a.id
    left join app.organization o on o.id = a.organization_id
    where a.id = p_account and a.disabled_at is null
$$;

-- Answers what a login needs to know of an address. Ten failures in a row close it for a minute, whether it exists or not.
create function app.find_login(p_address text)
    returns table (account_id uuid, email text, name text, organization_id uuid, password_hash text, retry_after int)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.id, a.email, a.name, a.organization_id, a.password_hash,
           coalesce((select ceil(extract(epoch from l.last_at + interval '1 minute' - clock_timestamp()))::int
                     from app.login_attempt l
                     where l.address_key = lower(p_address) and l.failures >= 10), 0)
    from (select) nothing
    left join app.account a on a.email_key = lower(p_address) and a.disabled_at is null
$$;

-- Counts a failed login, or ends the count after a good one.
create function app.record_login(p_address text, p_account uuid) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.login_attempt
    where last_at < now() - interval '1 hour' or (p_account is not null and address_key = lower(p_address));
    if p_account is null then
        insert into app.login_attempt as l (address_key, failures) values (lower(p_address), 1)
        on conflict (address_key) do update set failures = l.failures + 1, last_at = now();
    else
        update app.membership m set last_login_at = now()
        from app.account a
        where a.id = p_account and m.organization_id = a.organization_id and m.user_id = a.id;
    end if;
end
$$;

-- Makes a login; false when the address has one already.
create function app.register_account(p_id uuid, p_email text, p_name text, p_password_hash text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    insert into app.account (id, email, name, password_hash) values (p_id, p_email, p_name, p_password_hash)
    on conflict (email_key) do nothing;
    return found;
end
$$;

create function app.store_login_code(p_account uuid, p_hash bytea) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.login_code where account_id = p_account and expires_at < now();
    insert into app.login_code (code_hash, account_id, expires_at) values (p_hash, p_account, now() + interval '60 seconds');
end
$$;

create function app.consume_login_code(p_hash bytea) returns uuid
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    delete from app.login_code where code_hash = p_hash and expires_at > now() returning account_id
$$;

create function app.store_refresh_token(p_account uuid, p_family uuid, p_hash bytea) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.refresh_token where account_id = p_account and expires_at < now();
    insert into app.refresh_token (token_hash, family_id, account_id, expires_at)
    values (p_hash, p_family, p_account, now() + interval '30 days');
end
$$;

-- Exchanges a refresh token for its successor and answers whose it is. A token that was used before revokes its family,
-- because one of the two who hold it stole it. The answer is null then, and the caller must commit.
create function app.rotate_refresh_token(p_hash bytea, p_successor bytea) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    t app.refresh_token;
begin
    select * into t from app.refresh_token where token_hash = p_hash for update;
    if t.token_hash is null or t.expires_at <= now() then
        return null;
    end if;
    if t.used_at is not null or t.revoked_at is not null then
        update app.refresh_token set revoked_at = coalesce(revoked_at, now()) where family_id = t.family_id;
        return null;
    end if;
    update app.refresh_token set used_at = now() where token_hash = p_hash;
    perform app.store_refresh_token(t.account_id, t.family_id, p_successor);
    return t.account_id;
end
$$;

create function app.revoke_refresh_family(p_hash bytea) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    update app.refresh_token set revoked_at = coalesce(revoked_at, now())
    where family_id = (select family_id from app.refresh_token where token_hash = p_hash)
$$;

-- Answers the invited user behind a code, for the address that it was given to.
create function app.find_invitation(p_organization uuid, p_hash bytea, p_address text) returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.user_id
    from app.invitation i
    join app.membership m on m.organization_id = i.organization_id and m.user_id = i.user_id
    join app.organization o on o.id = i.organization_id and o.is_active and o.deleted_at is null
    where i.organization_id = p_organization and i.code_hash = p_hash and i.redeemed_at is null
      and i.expires_at > now() and m.email_key = lower(p_address)
$$;

-- Joins an account to the organization that invited its address, and answers the user's id; null when the code is not
-- valid. The account takes the id that the invitation promised: until now nothing but its logins points at it.
create function app.redeem_invitation(p_organization uuid, p_hash bytea, p_account uuid) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    a       app.account;
    invited uuid;
begin
    select * into a from app.account where id = p_account and organization_id is null for update;
    invited := app.find_invitation(p_organization, p_hash, a.email);
    if invited is null then
        return null;
    end if;
    update app.invitation set redeemed_at = now()
    where organization_id = p_organization and user_id = invited and redeemed_at is null;
    if not found then
        return null;
    end if;
    update app.account set id = invited, organization_id = p_organization where id = p_account;
    update app.membership
    set is_active = true, is_email_verified = true, joined_at = now(), updated_at = now(), name = coalesce(name, a.name)
    where organization_id = p_organization and user_id = invited;
    return invited;
end
$$;

-- Lists active organizations by id, each with one active owner, and says nothing else of them. When a key is replaced, the
-- application enters each as that owner and encrypts its secrets anew.
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

alter function app.authenticate_token(uuid, bytea) owner to app_auth;
alter function app.authenticate_account(uuid) owner to app_auth;
alter function app.find_login(text) owner to app_auth;
alter function app.record_login(text, uuid) owner to app_auth;
alter function app.register_account(uuid, text, text, text) owner to app_auth;
alter function app.store_login_code(uuid, bytea) owner to app_auth;
alter function app.consume_login_code(bytea) owner to app_auth;
alter function app.store_refresh_token(uuid, uuid, bytea) owner to app_auth;
alter function app.rotate_refresh_token(bytea, bytea) owner to app_auth;
alter function app.revoke_refresh_family(bytea) owner to app_auth;
alter function app.find_invitation(uuid, bytea, text) owner to app_auth;
alter function app.redeem_invitation(uuid, bytea, uuid) owner to app_auth;
alter function app.list_owners(uuid, int) owner to app_auth;

grant execute on function
    app.authenticate_token(uuid, bytea), app.authenticate_account(uuid),
    app.find_login(text), app.record_login(text, uuid), app.register_account(uuid, text, text, text),
    app.store_login_code(uuid, bytea), app.consume_login_code(bytea),
    app.store_refresh_token(uuid, uuid, bytea), app.rotate_refresh_token(bytea, bytea), app.revoke_refresh_family(bytea),
    app.find_invitation(uuid, bytea, text), app.redeem_invitation(uuid, bytea, uuid), app.list_owners(uuid, int)
    to app_runtime;

revoke create on schema app from app_auth;
