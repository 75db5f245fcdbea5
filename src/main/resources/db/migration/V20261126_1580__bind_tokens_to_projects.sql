-- A token that was made for one project acts in that project alone, and is seen there and where all projects are.

alter table app.api_token add column project_id uuid;
alter table app.api_token
    add foreign key (organization_id, project_id) references app.project on delete cascade;
create index api_token_project on app.api_token (organization_id, project_id) where project_id is not null;

call app.project_scoped('app.api_token');
call app.living_references('app.api_token');

drop function app.authenticate_token(uuid, bytea);

grant create on schema app to app_auth;

-- Answers whose token this is, with which role and for which project: a token whose scopes don't say "write" only reads,
-- whoever made it. It notes at most once a minute that the token was used, because an update that finds nothing to do
-- costs as much as the query. A token that opens nothing is not noted.
create function app.authenticate_token(p_organization uuid, p_hash bytea)
    returns table (user_id uuid, role text, project_id uuid)
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    noted_long_ago boolean;
begin
    select m.user_id, case when t.scopes = '[]' or t.scopes ? 'write' then m.role else 'viewer' end, t.project_id,
           t.last_used_at is null or t.last_used_at < now() - interval '1 minute'
    into user_id, role, project_id, noted_long_ago
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

alter function app.authenticate_token(uuid, bytea) owner to app_auth;
grant execute on function app.authenticate_token(uuid, bytea) to app_runtime;

revoke create on schema app from app_auth;
