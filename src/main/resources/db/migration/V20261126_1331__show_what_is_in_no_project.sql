-- A request for one project sees the rows of that project and those that are in none.

create or replace procedure app.project_scoped(t regclass)
    language plpgsql as $$
begin
    execute format('create policy project_scope on %s as restrictive for all to public
                        using      ((select app.all_projects()) is not null
                                    or project_id is null or project_id = (select app.current_project()))
                        with check ((select app.all_projects()) is not null
                                    or project_id is null or project_id = (select app.current_project()))', t);
end
$$;

do $$
declare
    t regclass;
begin
    for t in select p.polrelid from pg_catalog.pg_policy p where p.polname = 'project_scope' loop
        execute format('drop policy project_scope on %s', t);
        call app.project_scoped(t);
    end loop;
end
$$;
