-- A request for one project doesn't see the test sets of others, whose slugs are taken all the same. This tells so, and
-- keeps others who ask about the same slug waiting until the transaction ends, so that each gets another number. While it
-- looks there is no project, and it answers nothing but this.

grant select (organization_id, slug, deleted_at) on app.test_set to app_auth;
create policy auth_lookup on app.test_set for select to app_auth using (true);

grant create on schema app to app_auth;

create function app.is_slug_taken(p_slug text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    project text := current_setting('app.current_project', true);
    taken   boolean;
begin
    perform pg_advisory_xact_lock(hashtextextended(app.current_organization() || ' ' || p_slug, 0));
    perform set_config('app.current_project', '', true);
    taken := exists (
        select
        from app.test_set s
        where s.organization_id = app.current_organization() and s.slug = p_slug and s.deleted_at is null);
    perform set_config('app.current_project', coalesce(project, ''), true);
    return taken;
end
$$;

alter function app.is_slug_taken(text) owner to app_auth;
grant execute on function app.is_slug_taken(text) to app_runtime;

revoke create on schema app from app_auth;
