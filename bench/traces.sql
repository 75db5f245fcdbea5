-- Organizations with spans for traces.py: the given one has the most, in one project, the n-th of 100 others 200,000 / n.
-- Foreign keys are not checked here (session_replication_role): every row is made beside what it points at.
create schema bench;

create function bench.id(tenant int, kind int, number bigint) returns uuid language sql immutable as $$
    select ('0190' || lpad(to_hex(tenant), 4, '0') || '-000' || kind || '-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid
$$;

-- Traces of a project: one in five of a conversation, one in twenty of a run, half of an endpoint, one in twenty failed.
create procedure bench.fill(o uuid, p uuid, n int, first bigint, traces int, per_trace int) language plpgsql as $$
declare
    who uuid := (select owner_id from app.organization where id = o);
begin
    insert into app.test_result (organization_id, id, user_id, test_configuration_id, test_run_id, test_id, verdict)
    select o, bench.id(n, 3, i), who, bench.id(n, 6, 0), bench.id(n, 4, i / 500), bench.id(n, 5, i % 500),
           (array['Pass', 'Pass', 'Fail', 'Error'])[i % 4 + 1]
    from generate_series(0, traces / 20 - 1) i;
    insert into app.trace (organization_id, id, project_id, trace_id, start_time, end_time, span_count, error_count,
                           total_tokens, cost_nanos, conversation_id, root_id, is_rooted, root_name, root_kind,
                           root_start_time, root_end_time, root_status_code, root_input, environment, test_run_id, test_id,
                           test_result_id, endpoint_id, endpoint_name, endpoint_url, search_text)
    select o, bench.id(n, 1, i), p, decode(md5(n || 't' || i), 'hex'), began, ended, per_trace, (i % 20 = 7)::int, 500 + i % 3000,
           1000000 + i % 9000000, case when i % 5 = 0 then 'conversation-' || i end, bench.id(n, 2, i * 10), true,
           'function.answer_' || i % 40, 'SERVER', began, ended, case when i % 20 = 7 then 'ERROR' else 'OK' end,
           'Customer ' || i || ' asks: the parcel came late and the lamp in it is broken. When is my money here?',
           (array['production', 'production', 'production', 'staging', 'development'])[i % 5 + 1],
           case when i % 20 = 3 then bench.id(n, 4, i / 20 / 500) end, case when i % 20 = 3 then bench.id(n, 5, i / 20 % 500) end,
           case when i % 20 = 3 then bench.id(n, 3, i / 20) end, case when i % 2 = 0 then bench.id(n, 7, i % 10) end,
           'Shop bot ' || i % 10, 'https://bot.example/answer/' || i % 10,
           'function.answer_' || i % 40 || chr(10) || 'chat gpt-4o' || chr(10) || 'tool.look_up_order' || chr(10)
           || 'shop bot ' || i % 10 || chr(10) || 'https://bot.example/answer/' || i % 10 || chr(10) || 'customer ' || i
           || ' asks: the parcel came late and the lamp in it is broken. when is my money here?'
    from (select i, timestamptz '2026-11-27 00:00Z' - i * interval '7 s' as began,
                 timestamptz '2026-11-27 00:00Z' - i * interval '7 s' + (200 + i % 5000) * interval '1 ms' as ended
          from generate_series(first, first + traces - 1) i) i;
    insert into app.span (organization_id, id, project_id, trace_key, span_id, parent_span_id, environment, conversation_id,
                          name, kind, start_time, end_time, status_code, attributes, events, links, resource, scope,
                          mapping_version, dialect, operation, input, output, provider, model, input_tokens, output_tokens,
                          total_tokens, cost_nanos)
    select o, bench.id(n, 2, i * 10 + k), p, bench.id(n, 1, i), substring(decode(md5(n || 's' || i || '-' || k), 'hex') for 8),
           case when k > 0 then substring(decode(md5(n || 's' || i || '-' || k / 3), 'hex') for 8) end,
           (array['production', 'production', 'production', 'staging', 'development'])[i % 5 + 1],
           case when i % 5 = 0 then 'conversation-' || i end,
           case k % 3 when 0 then 'function.answer_' || i % 40 when 1 then 'chat gpt-4o' else 'tool.look_up_order' end,
           'INTERNAL', began + k * interval '10 ms', began + k * interval '10 ms' + (100 + i % 900) * interval '1 ms',
           case when i % 20 = 7 and k = 1 then 'ERROR' else 'OK' end,
           '{"gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 210}',
           '[]', '[]', '{"service.name": "shop"}', '{}', 1, 'gen_ai',
           case k % 3 when 0 then null when 1 then 'llm.invoke' else 'tool.invoke' end,
           to_jsonb('Customer ' || i || ' asks: the parcel came late.'), '"The money is on its way."', 'openai', 'gpt-4o', 210,
           40, 250, 925000
    from (select i, timestamptz '2026-11-27 00:00Z' - i * interval '7 s' as began
          from generate_series(first, first + traces - 1) i) i
    cross join generate_series(0, per_trace - 1) k;
end
$$;

set session_replication_role = replica;

do $$
declare
    o   uuid;
    who uuid;
    p   uuid;
begin
    for n in 2..100 loop
        o := uuidv7();
        who := uuidv7();
        p := uuidv7();
        insert into app.organization (id, name, slug, owner_id) values (o, 'Bench ' || n, 'bench-' || o, who);
        insert into app.membership (organization_id, user_id, email, role, is_active)
        values (o, who, 'bench-' || who || '@example.com', 'owner', true);
        insert into app.project (organization_id, id, user_id, name) values (o, p, who, 'Shop');
        call bench.fill(o, p, n, 0, 20000 / n, 10);
    end loop;
end
$$;

call bench.fill(:'organization', :'project', 1, 0, :spans / 10, 10);
-- one trace of 10,000 spans, older than all others
call bench.fill(:'organization', :'project', 1, 100000000, 1, 10000);

reset session_replication_role;
drop schema bench cascade;
vacuum analyze;
