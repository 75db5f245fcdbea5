-- Failed logins are counted per address and source, so that whoever guesses an address's password slows down themselves
-- and not its owner elsewhere. A row without failures is a source from which its owner has logged in.

drop function app.find_login(text);
drop function app.record_login(text, uuid);
drop table app.login_attempt;

create table app.login_attempt (
    address_key  text        not null check (length(address_key) <= 254),
    source       text        not null check (length(source) <= 64),
    failures     int         not null,
    last_at      timestamptz not null default now(),
    next_at      timestamptz not null default now(),
    succeeded_at timestamptz,
    primary key (address_key, source)
);

create index login_attempt_last on app.login_attempt (last_at);

call app.closed_table('app.login_attempt', 'select, insert, update, delete');

grant create on schema app to app_auth;

-- Answers what a login needs to know of an address, which may have no account.
create function app.find_login(p_address text)
    returns table (account_id uuid, email text, name text, organization_id uuid, password_hash text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.id, a.email, a.name, a.organization_id, a.password_hash
    from (select) nothing
    left join app.account a on a.email_key = lower(p_address) and a.disabled_at is null
$$;

-- Counts an attempt as failed before its password is looked at, and answers after how many milliseconds it may be. From
-- the tenth failure of a source on, attempts of one source get turns, each a second later than the one before and up to
-- five. Behind 100 failures of all sources within an hour, unknown ones wait for two seconds more.
create function app.begin_login(p_address text, p_source text) returns table (failures int, wait_ms int)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    attempt app.login_attempt;
    turn    timestamptz;
    total   bigint;
begin
    insert into app.login_attempt as l (address_key, source, failures) values (lower(p_address), p_source, 1)
    on conflict (address_key, source) do update
    set failures = case when l.last_at < now() - interval '1 hour' then 1 else l.failures + 1 end, last_at = now()
    returning l.* into attempt;
    select coalesce(sum(l.failures), 0) into total
    from app.login_attempt l
    where l.address_key = lower(p_address) and l.last_at > now() - interval '1 hour';
    turn := clock_timestamp();
    if attempt.failures > 10 then
        turn := greatest(turn + least(attempt.failures - 10, 5) * interval '1 second',
                         attempt.next_at + least(attempt.failures - 10, 5) * interval '1 second');
        -- who is sent away takes no turn
        if turn < clock_timestamp() + interval '20 seconds' then
            update app.login_attempt l set next_at = turn
            where l.address_key = attempt.address_key and l.source = attempt.source;
        end if;
    end if;
    if total > 100 and attempt.succeeded_at is null then
        turn := turn + interval '2 seconds';
    end if;
    failures := attempt.failures;
    wait_ms := greatest(0, ceil(extract(epoch from turn - clock_timestamp()) * 1000))::int;
    return next;
end
$$;

-- Ends the count of a source after a good login, and forgets old ones.
create function app.record_login(p_address text, p_source text, p_account uuid) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    update app.login_attempt l set failures = 0, succeeded_at = now(), next_at = now()
    where l.address_key = lower(p_address) and l.source = p_source;
    delete from app.login_attempt l
    where l.last_at < now() - interval '1 hour'
      and (l.succeeded_at is null or l.succeeded_at < now() - interval '90 days');
    update app.membership m set last_login_at = now()
    from app.account a
    where a.id = p_account and m.organization_id = a.organization_id and m.user_id = a.id;
end
$$;

alter function app.find_login(text) owner to app_auth;
alter function app.begin_login(text, text) owner to app_auth;
alter function app.record_login(text, text, uuid) owner to app_auth;
grant execute on function app.find_login(text), app.begin_login(text, text), app.record_login(text, text, uuid)
    to app_runtime;

revoke create on schema app from app_auth;
