-- The quarantines that hold at this moment, for every figure that leaves their tests out.

create view app.current_quarantine
    with (security_invoker = true) as
select q.organization_id, q.test_id, q.user_id, q.reason, q.until, q.created_at
from app.test_quarantine q
where q.until is null or q.until > now();

alter view app.current_quarantine owner to app_owner;
grant select on app.current_quarantine to app_runtime;
