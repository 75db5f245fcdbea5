-- Tests, and runs of them whose results insight.py counts. Foreign keys are not checked here (session_replication_role):
-- every row is made beside what it points at.
set session_replication_role = replica;

create temporary table founder as
select user_id from app.membership where organization_id = :'organization' limit 1;

insert into app.requirement (organization_id, id, user_id, name)
select :'organization', md5(:'organization' || 'requirement' || i)::uuid, user_id, 'Requirement ' || i
from founder, generate_series(0, 49) i;
insert into app.category (organization_id, id, user_id, name)
select :'organization', md5(:'organization' || 'category' || i)::uuid, user_id, 'Category ' || i
from founder, generate_series(0, 19) i;
insert into app.topic (organization_id, id, user_id, name)
select :'organization', md5(:'organization' || 'topic' || i)::uuid, user_id, 'Topic ' || i
from founder, generate_series(0, 29) i;
insert into app.prompt (organization_id, id, user_id, content)
select :'organization', md5(:'organization' || 'prompt' || i)::uuid, user_id, 'Question ' || i
from founder, generate_series(1, :tests) i;
insert into app.test (organization_id, id, user_id, name, prompt_id, test_type_id, requirement_id, category_id, topic_id)
select :'organization', md5(:'organization' || 'test' || i)::uuid, user_id, 'Test ' || i,
       md5(:'organization' || 'prompt' || i)::uuid,
       (select id from app.type_lookup where organization_id = :'organization' and type_name = 'TestType' limit 1),
       md5(:'organization' || 'requirement' || i * 7 % 50)::uuid, md5(:'organization' || 'category' || i % 20)::uuid,
       md5(:'organization' || 'topic' || i * 3 % 30)::uuid
from founder, generate_series(1, :tests) i;

create temporary table run as
select id, test_configuration_id, row_number() over (order by id) as number
from app.test_run
where organization_id = :'organization';

insert into app.test_result (organization_id, id, user_id, created_at, test_configuration_id, test_run_id, test_id, verdict,
                             test_output, position, latency_millis, input_tokens, output_tokens)
select :'organization', uuidv7(), user_id, now() - r.number * interval '1 day', r.test_configuration_id, r.id,
       md5(:'organization' || 'test' || i)::uuid,
       case when abs(hashtext(i || 'x' || r.number)) % 100 < 1 then 'Error'
            when abs(hashtext(i || 'y' || r.number)) % 100 < 12 then 'Fail' else 'Pass' end,
       jsonb_build_object('output', 'Answer to question ' || i), i, 200 + abs(hashtext(i || 'z' || r.number)) % 900, 120, 80
from founder, run r, generate_series(1, :tests) i;

vacuum analyze app.test_result, app.test, app.requirement;
