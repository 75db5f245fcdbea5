-- Mails prove that an address is somebody's: each carries a ticket that works once. Who has proved theirs joins the
-- organization that invited it.

alter table app.account
    add column email_verified_at timestamptz,
    add column terms_version     text check (length(terms_version) between 1 and 64),
    add column terms_accepted_at timestamptz;

-- One-time tickets that were mailed to the address of an account. Only a hash is stored.
create table app.mail_ticket (
    ticket_hash bytea       primary key check (octet_length(ticket_hash) = 32),
    account_id  uuid        not null references app.account on update cascade on delete cascade,
    purpose     text        not null check (purpose in ('verify', 'reset', 'magic')),
    created_at  timestamptz not null default now(),
    expires_at  timestamptz not null
);

create index mail_ticket_account on app.mail_ticket (account_id);

call app.closed_table('app.mail_ticket', 'select, insert, delete');

grant create on schema app to app_auth;

-- Stores a ticket, and answers the address that it may be mailed to. No row means no mail: nobody has the address or may
-- enter, it is proved already, or five tickets of this account are younger than an hour.
create function app.store_mail_ticket(p_address text, p_purpose text, p_hash bytea, p_minutes int) returns text
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    a app.account;
begin
    select * into a from app.account where email_key = lower(p_address) for update;
    if a.id is null or not app.may_enter(a.id) or (p_purpose = 'verify' and a.email_verified_at is not null) then
        return null;
    end if;
    delete from app.mail_ticket
    where account_id = a.id and expires_at < now() and created_at < now() - interval '1 hour';
    if (select count(*) from app.mail_ticket t
        where t.account_id = a.id and t.created_at > now() - interval '1 hour') >= 5 then
        return null;
    end if;
    insert into app.mail_ticket (ticket_hash, account_id, purpose, expires_at)
    values (p_hash, a.id, p_purpose, now() + p_minutes * interval '1 minute');
    return a.email;
end
$$;

-- Answers whose ticket this is, once, and notes that their address is proved; null when it is good no more. The other
-- tickets for the same purpose end with it.
create function app.consume_mail_ticket(p_purpose text, p_hash bytea) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    holder uuid;
begin
    delete from app.mail_ticket t
    where t.ticket_hash = p_hash and t.purpose = p_purpose and t.expires_at > now()
    returning t.account_id into holder;
    if holder is null or not app.may_enter(holder) then
        return null;
    end if;
    delete from app.mail_ticket where account_id = holder and purpose = p_purpose;
    update app.account set email_verified_at = coalesce(email_verified_at, now()) where id = holder;
    update app.membership m set is_email_verified = true
    from app.account a
    where a.id = holder and m.organization_id = a.organization_id and m.user_id = a.id;
    return holder;
end
$$;

-- Whether an organization expects somebody with this address.
create function app.is_expected(p_address text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (
        select
        from app.membership m
        join app.invitation i on i.organization_id = m.organization_id and i.user_id = m.user_id
        join app.organization o on o.id = m.organization_id and o.is_active and o.deleted_at is null
        where m.email_key = lower(p_address) and i.redeemed_at is null and i.expires_at > now())
$$;

-- Joins an account without organization, whose address is proved, to the one that invited it last. It answers the id that
-- the account has from then on, as app.redeem_invitation() does.
create function app.join_expecting(p_account uuid) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    a app.account;
    i app.invitation;
begin
    select * into a from app.account where id = p_account for update;
    if a.organization_id is not null or a.email_verified_at is null then
        return p_account;
    end if;
    select v.* into i
    from app.membership m
    join app.invitation v on v.organization_id = m.organization_id and v.user_id = m.user_id
    join app.organization o on o.id = m.organization_id and o.is_active and o.deleted_at is null
    where m.email_key = a.email_key and v.redeemed_at is null and v.expires_at > now()
    order by v.expires_at desc
    limit 1;
    return coalesce(app.redeem_invitation(i.organization_id, i.code_hash, p_account), p_account);
end
$$;

-- Answers what clients show of an account.
create function app.find_account(p_account uuid)
    returns table (email text, name text, picture text, organization_id uuid, is_email_verified boolean)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.email, coalesce(m.name, a.name), m.picture, a.organization_id,
           a.email_verified_at is not null or coalesce(m.is_email_verified, false)
    from app.account a
    left join app.membership m on m.organization_id = a.organization_id and m.user_id = a.id
    where a.id = p_account
$$;

-- Answers the version of the terms that somebody accepted last; null when they never did.
create function app.find_accepted_terms(p_account uuid) returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select terms_version from app.account where id = p_account
$$;

create function app.accept_terms(p_account uuid, p_version text) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    update app.account set terms_version = p_version, terms_accepted_at = now()
    where id = p_account and terms_version is distinct from p_version
$$;

-- Takes the user of this transaction out of its organization. Their row there stays for what points at it, and they can be
-- invited again.
create function app.leave_organization() returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    update app.account set organization_id = null
    where id = app.current_user_id() and organization_id = app.current_organization();
    update app.membership set is_active = false, joined_at = null
    where organization_id = app.current_organization() and user_id = app.current_user_id();
end
$$;

-- Tickets end with the sessions.
create or replace function app.end_sessions(p_account uuid) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    delete from app.refresh_token where account_id = p_account;
    delete from app.login_code where account_id = p_account;
    delete from app.mail_ticket where account_id = p_account;
    update app.account set session_epoch = session_epoch + 1 where id = p_account;
end
$$;

-- A founder's address is as proved as their account's.
create or replace function app.create_organization(p_account uuid, p_id uuid, p_name text, p_slug text) returns boolean
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
    insert into app.membership (user_id, email, name, role, is_active, is_email_verified, joined_at)
    values (p_account, a.email, a.name, 'owner', true, a.email_verified_at is not null, now());
    update app.organization set owner_id = p_account where id = p_id;
    update app.account set organization_id = p_id where id = p_account;
    perform app.seed_lookups();
    perform set_config('app.current_organization', '', true), set_config('app.current_user', '', true);
    return true;
end
$$;

alter function app.store_mail_ticket(text, text, bytea, int) owner to app_auth;
alter function app.consume_mail_ticket(text, bytea) owner to app_auth;
alter function app.is_expected(text) owner to app_auth;
alter function app.join_expecting(uuid) owner to app_auth;
alter function app.find_account(uuid) owner to app_auth;
alter function app.find_accepted_terms(uuid) owner to app_auth;
alter function app.accept_terms(uuid, text) owner to app_auth;
alter function app.leave_organization() owner to app_auth;

grant execute on function
    app.store_mail_ticket(text, text, bytea, int), app.consume_mail_ticket(text, bytea), app.is_expected(text),
    app.join_expecting(uuid), app.find_account(uuid), app.find_accepted_terms(uuid), app.accept_terms(uuid, text),
    app.leave_organization()
    to app_runtime;

revoke create on schema app from app_auth;
