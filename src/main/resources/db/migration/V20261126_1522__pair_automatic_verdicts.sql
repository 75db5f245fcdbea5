-- The outcomes of tests without reviews: the view of outcomes once more, made out of its own definition, so that both differ in
-- nothing but whose verdict counts. Whoever changes the one makes this one again.

do $$
begin
    execute 'create view app.automatic_outcome with (security_invoker = true) as '
            || replace(pg_get_viewdef('app.test_outcome'), 'r.verdict', 'coalesce(r.automatic_verdict, r.verdict)');
end
$$;

alter view app.automatic_outcome owner to app_owner;
grant select on app.automatic_outcome to app_runtime;

comment on view app.automatic_outcome is
'app.test_outcome with the automatic verdicts of results, whatever reviews say.';
