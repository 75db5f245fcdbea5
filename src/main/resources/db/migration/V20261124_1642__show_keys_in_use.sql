-- Which keys of the ring still hold secrets, for the operator who wants to drop one. Read it as app_migrator, who sees
-- the rows of all organizations, the inactive and the deleted too; the runtime role has no right to it.
create view app.key_in_use with (security_invoker = true) as
select 'model.encrypted_key' as "column", split_part(encrypted_key, ':', 1) as key_id, count(*) as secrets
from app.model
where encrypted_key is not null
group by 2;

alter view app.key_in_use owner to app_owner;
revoke all on app.key_in_use from public;
