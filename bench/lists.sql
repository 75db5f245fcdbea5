-- 1,000 organizations of skewed size for lists.py: the given one has the most tests, the n-th another 60,000 / n.
-- Foreign keys are not checked here (session_replication_role): every row is made beside what it points at.
create schema bench;

create function bench.id(tenant int, kind int, number bigint) returns uuid language sql immutable as $$
    select ('0190' || lpad(to_hex(tenant), 4, '0') || '-000' || kind || '-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid
$$;

create procedure bench.fill(o uuid, n int, many int) language plpgsql as $$
declare
    who  uuid := (select owner_id from app.organization where id = o);
    kind uuid := (select id from app.type_lookup
                  where organization_id = o and type_name = 'TestType' and type_value = 'Single-Turn');
begin
    insert into app.category (organization_id, id, user_id, name)
    select o, bench.id(n, 1, i), who, 'Category ' || i from generate_series(0, 19) i;
    insert into app.topic (organization_id, id, user_id, name)
    select o, bench.id(n, 2, i), who, 'Topic ' || i from generate_series(0, 29) i;
    insert into app.requirement (organization_id, id, user_id, name)
    select o, bench.id(n, 3, i), who, 'Requirement ' || i from generate_series(0, 9) i;
    insert into app.tag (organization_id, id, user_id, name)
    select o, bench.id(n, 4, i), who, (array['smoke', 'nightly', 'rare'])[i] from generate_series(1, 3) i;
    insert into app.prompt (organization_id, id, nano_id, user_id, created_at, content)
    select o, bench.id(n, 5, i), left(md5('p' || i), 12), who, timestamptz '2026-01-01' + i * interval '10 s',
           'Customer ' || i || ' asks: the parcel came late and the lamp in it is broken. When is my money here?'
    from generate_series(0, many / 10) i;
    insert into app.test (organization_id, id, nano_id, user_id, created_at, name, prompt_id, test_type_id, category_id,
                          topic_id, requirement_id, priority, test_metadata)
    select o, bench.id(n, 6, i), left(md5('t' || i), 12), who, timestamptz '2026-01-01' + i * interval '1 s', 'Refund ' || i, bench.id(n, 5, i / 10), kind,
           bench.id(n, 1, i % 20), bench.id(n, 2, i % 30), bench.id(n, 3, i % 10), i % 4, '{"source": "bench"}'
    from generate_series(0, many - 1) i;
    insert into app.tagged_item (organization_id, tag_id, entity_type, entity_id)
    select o, bench.id(n, 4, 1), 'Test', bench.id(n, 6, i) from generate_series(0, many - 1, 70) i
    union all
    select o, bench.id(n, 4, 2), 'Test', bench.id(n, 6, i) from generate_series(0, many - 1, 7) i
    union all
    select o, bench.id(n, 4, 3), 'Test', bench.id(n, 6, i) from generate_series(0, many - 1, 50000) i;
    insert into app.comment (organization_id, id, user_id, entity_type, entity_id, content)
    select o, bench.id(n, 7, i), who, 'Test', bench.id(n, 6, i), 'Well done' from generate_series(0, many - 1, 100) i;
    insert into app.task (organization_id, id, user_id, entity_type, entity_id, title, status_id)
    select o, bench.id(n, 8, i), who, 'Test', bench.id(n, 6, i), 'Look at it', s.id
    from generate_series(0, many - 1, 500) i,
         (select id from app.status where organization_id = o limit 1) s;
    insert into app.file (organization_id, id, user_id, entity_type, entity_id, filename, content_type, size_bytes,
                          content_hash, position)
    select o, bench.id(n, 9, i), who, 'Test', bench.id(n, 6, i), 'answer.txt', 'text/plain', 5, repeat('0', 64), 0
    from generate_series(0, many - 1, 500) i;
end
$$;

set session_replication_role = replica;

do $$
declare
    o uuid;
    who uuid;
begin
    for n in 2..1000 loop
        o := uuidv7();
        who := uuidv7();
        insert into app.organization (id, name, slug, owner_id) values (o, 'Bench ' || n, 'bench-' || o, who);
        insert into app.membership (organization_id, user_id, email, role, is_active)
        values (o, who, 'bench-' || who || '@example.com', 'owner', true);
        perform set_config('app.current_organization', o::text, true), set_config('app.current_user', who::text, true);
        perform app.seed_lookups();
        call bench.fill(o, n, 60000 / n);
    end loop;
end
$$;

call bench.fill(:'organization', 1, :tests);

reset session_replication_role;
drop schema bench cascade;
vacuum analyze;
