create or replace view app.key_in_use with (security_invoker = true) as
select 'model.encrypted_key' as "column", split_part(encrypted_key, ':', 1) as key_id, count(*) as secrets
from app.model
where encrypted_key is not null
group by 2
union all
select 'endpoint.encrypted_auth_token', split_part(encrypted_auth_token, ':', 1), count(*)
from app.endpoint
where encrypted_auth_token is not null
group by 2
union all
select 'endpoint.encrypted_client_secret', split_part(encrypted_client_secret, ':', 1), count(*)
from app.endpoint
where encrypted_client_secret is not null
group by 2;
