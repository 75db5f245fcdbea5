-- The only way past the row policies before a tenant is known: narrow functions of app_auth, each with exact-match
-- input and the least output. They are on the allow-list of check C16.

grant create on schema app to app_auth;

-- Opens the tenant for this transaction: authorizes and sets, once, in one round trip. Returns the caller's role.
create function app.begin_request(p_organization uuid, p_user uuid) returns text
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
    return r;
end
$$;

-- Whose token this is, and its role: a token with scopes that don't say "write" only reads, whoever made it.
-- Notes once a minute that the token was used.
create function app.authenticate_token(p_organization uuid, p_hash bytea) returns table (user_id uuid, role text)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    update app.api_token t set last_used_at = now()
    where t.organization_id = p_organization and t.id = (
        select u.id from app.api_token u
        where u.organization_id = p_organization and u.token_hash = p_hash and u.deleted_at is null
          and (u.last_used_at is null or u.last_used_at < now() - interval '1 minute')
        for no key update skip locked);
    return query
        select m.user_id, case when t.scopes = '[]' or t.scopes ? 'write' then m.role else 'viewer' end
        from app.api_token t
        join app.membership m on m.organization_id = t.organization_id and m.user_id = t.user_id and m.is_active
        join app.account a on a.organization_id = m.organization_id and a.id = m.user_id and a.disabled_at is null
        join app.organization o on o.id = t.organization_id and o.is_active and o.deleted_at is null
        where t.organization_id = p_organization and t.token_hash = p_hash and t.deleted_at is null
          and (t.expires_at is null or t.expires_at > now());
end
$$;

-- Where the holder of a login belongs: no row when the account is gone, no organization when it has none yet,
-- no role when the membership or the organization is inactive.
create function app.authenticate_account(p_account uuid) returns table (organization_id uuid, role text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select a.organization_id, case when m.is_active and o.is_active and o.deleted_at is null then m.role end
    from app.account a
    left join app.membership m on m.organization_id = a.organization_id and m.user_id = a.id
    left join app.organization o on o.id = a.organization_id
    where a.id = p_account and a.disabled_at is null
$$;

-- What a login needs to know of an address. Ten failures in a row close it for a minute, whether it exists or not.
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

-- Makes the login row; false when the address has one already.
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

-- Trades a refresh token for its successor and answers whose it is. A token that was used before revokes its family:
-- one of the two who hold it stole it. It answers null then, and the caller must commit.
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

-- The invited user behind a code, for the address it was given to.
create function app.find_invitation(p_organization uuid, p_hash bytea, p_address text) returns uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select i.user_id
    from app.invitation i
    join app.membership m on m.organization_id = i.organization_id and m.user_id = i.user_id
    join app.organization o on o.id = i.organization_id and o.is_active and o.deleted_at is null
    where i.organization_id = p_organization and i.code_hash = p_hash and i.redeemed_at is null
      and i.expires_at > now() and m.email_key = lower(p_address)
$$;

-- Joins an account to the organization that invited its address; answers the user's id, null when the code is not (or
-- no more) good. The account takes the id that the invitation promised: until now nothing but its logins point at it.
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

-- The lookups every organization starts with; clients find them by name, no verdict depends on them.
create function app.seed_lookups() returns void
    language sql volatile set search_path = pg_catalog, pg_temp as $$
    insert into app.type_lookup (organization_id, id, type_name, type_value)
    select app.current_organization(), uuidv7(), t.type_name, v.type_value
    from (values
        ('EntityType', array['General', 'Test', 'TestSet', 'TestRun', 'TestResult', 'Metric', 'Model', 'Prompt',
                             'Requirement', 'Category', 'Topic', 'Task', 'Project', 'Source']),
        ('TestType', array['Single-Turn', 'Multi-Turn']),
        ('TestSetType', array['Single-Turn', 'Multi-Turn']),
        ('ScoreType', array['binary', 'numeric', 'categorical']),
        ('ProviderType', array['openai', 'anthropic', 'gemini', 'azure', 'azure_ai', 'mistral', 'cohere', 'groq',
                               'vertex_ai', 'together_ai', 'replicate', 'perplexity', 'ollama', 'vllm', 'huggingface',
                               'openrouter', 'litellm_proxy', 'meta_llama']),
        ('MetricType', array['grading', 'api-call', 'custom-code', 'custom-prompt', 'framework']),
        ('BackendType', array['deepeval', 'rhesis', 'ragas', 'custom', 'garak']),
        ('MetricScope', array['Single-Turn', 'Multi-Turn', 'Trace']),
        ('TaskPriority', array['Low', 'Medium', 'High']),
        ('SourceType', array['Document', 'Website', 'API', 'Database', 'Code', 'Manual'])
    ) as t (type_name, type_values)
    cross join lateral unnest(t.type_values) as v (type_value);

    insert into app.status (organization_id, id, name, entity_type_id)
    select e.organization_id, uuidv7(), n.name, e.id
    from (values
        ('General', array['Active', 'Inactive', 'Archived']),
        ('Test', array['New', 'In Review', 'Approved', 'Draft']),
        ('TestSet', array['New', 'In Review', 'Approved', 'Draft']),
        ('TestRun', array['Queued', 'Progress', 'Completed', 'Partial', 'Failed', 'Cancelled']),
        ('TestResult', array['Pass', 'Fail', 'Error', 'Review'])
    ) as s (entity_type, names)
    join app.type_lookup e on e.organization_id = app.current_organization()
                          and e.type_name = 'EntityType' and e.type_value = s.entity_type
    cross join lateral unnest(s.names) as n (name)
$$;

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

alter function app.begin_request(uuid, uuid) owner to app_auth;
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
alter function app.seed_lookups() owner to app_auth;
alter function app.create_organization(uuid, uuid, text, text) owner to app_auth;

grant execute on function
    app.begin_request(uuid, uuid), app.authenticate_token(uuid, bytea), app.authenticate_account(uuid),
    app.find_login(text), app.record_login(text, uuid), app.register_account(uuid, text, text, text),
    app.store_login_code(uuid, bytea), app.consume_login_code(bytea), app.store_refresh_token(uuid, uuid, bytea),
    app.rotate_refresh_token(bytea, bytea), app.revoke_refresh_family(bytea), app.find_invitation(uuid, bytea, text),
    app.redeem_invitation(uuid, bytea, uuid), app.create_organization(uuid, uuid, text, text)
    to app_runtime;

revoke create on schema app from app_auth;
