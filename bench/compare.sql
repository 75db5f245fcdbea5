-- Two runs of one set for compare.py, each with a result and a metric for every test: the candidate fails 2 % more.
-- Foreign keys are not checked here (session_replication_role): every row is made beside what it points at.
set session_replication_role = replica;

create temporary table drawn as
select i, ('0190bbbb-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as test,
       encode(sha256(('content ' || i)::bytea), 'hex') as content, encode(sha256(('stimulus ' || i)::bytea), 'hex') as stimulus
from generate_series(1, :tests) i;

insert into app.test_content (organization_id, content_hash, stimulus_hash, files, prompt, requirement, category, topic, test_type)
select :'organization', content, stimulus, '{}', 'Question ' || i, 'Requirement ' || i % 10, 'Category ' || i % 20,
       'Topic ' || i % 30, 'Single-Turn'
from drawn;

create temporary table results as
select uuidv7() as id, r.run, d.*, case when abs(hashtext(r.run::text || d.i)) % 100 < r.errors then 'Error'
                                        when abs(hashtext(d.i::text || r.run)) % 100 < r.fails then 'Fail' else 'Pass' end as verdict
from drawn d
cross join (values (:'baseline'::uuid, 1, 12), (:'candidate'::uuid, 1, 14)) as r (run, errors, fails);

insert into app.test_result (organization_id, id, user_id, test_configuration_id, test_run_id, verdict, test_output, position,
                             latency_millis, input_tokens, output_tokens, tested_id, content_hash, stimulus_hash, set_position)
select :'organization', r.id, c.user_id, c.id, r.run, r.verdict, jsonb_build_object('output', 'Answer to question ' || r.i),
       r.i, 200 + abs(hashtext(r.id::text)) % 900, 120, 80, r.test, r.content, r.stimulus, r.i
from results r
join app.test_configuration c on c.organization_id = :'organization' and c.id = :'configuration';

insert into app.test_result_metric (organization_id, test_result_id, name, position, score, is_successful, reason)
select :'organization', id, 'Correct', 1, (verdict = 'Pass')::int, verdict = 'Pass', 'It says what was asked for'
from results
where verdict <> 'Error';

analyze app.test_result, app.test_result_metric, app.test_content;
