-- Fills the organization %1$s with %2$s tests and prompts, unevenly spread over what they point at.
do $$
declare
    o      uuid := '%1$s';
    many   int  := %2$s;
    owner  uuid := (select owner_id from app.organization where id = o);
    kind   uuid := (select id from app.type_lookup where organization_id = o and type_name = 'TestType' limit 1);
    other  uuid := (select id from app.type_lookup where organization_id = o and type_name = 'TestType' offset 1 limit 1);
begin
    insert into app.membership (organization_id, user_id, email, role, is_active)
    select o, md5(o || 'user' || i)::uuid, 'many' || i || '@example.com', 'member', false from generate_series(0, 99) i;
    insert into app.category (organization_id, id, user_id, name)
    select o, md5(o || 'category' || i)::uuid, owner, 'Category ' || i from generate_series(0, 199) i;
    insert into app.topic (organization_id, id, user_id, name)
    select o, md5(o || 'topic' || i)::uuid, owner, 'Topic ' || i from generate_series(0, 199) i;
    insert into app.requirement (organization_id, id, user_id, name)
    select o, md5(o || 'requirement' || i)::uuid, owner, 'Requirement ' || i from generate_series(0, 199) i;
    insert into app.status (organization_id, id, user_id, name)
    select o, md5(o || 'status' || i)::uuid, owner, 'Status ' || i from generate_series(0, 4) i;
    insert into app.project (organization_id, id, user_id, name)
    select o, md5(o || 'project' || i)::uuid, owner, 'Project ' || i from generate_series(0, 19) i;
    insert into app.tag (organization_id, id, user_id, name)
    select o, md5(o || 'tag' || i)::uuid, owner, 'Tag ' || i from generate_series(0, 49) i;

    insert into app.prompt (organization_id, id, user_id, created_at, content, topic_id, requirement_id, status_id, parent_id)
    select o, md5(o || 'prompt' || i)::uuid, md5(o || 'user' || i %% 100)::uuid, timestamptz '2026-01-01' + i * interval '1 s',
           'Prompt ' || i, md5(o || 'topic' || i %% 200)::uuid, md5(o || 'requirement' || i * 7 %% 200)::uuid,
           md5(o || 'status' || i %% 5)::uuid, case when i > 0 then md5(o || 'prompt' || i / 10)::uuid end
    from generate_series(0, many - 1) i;
    insert into app.prompt_category (organization_id, prompt_id, category_id, position)
    select o, md5(o || 'prompt' || i)::uuid, md5(o || 'category' || (i + p) %% 200)::uuid, p
    from generate_series(0, many - 1) i, generate_series(0, 1) p;

    insert into app.test (organization_id, id, user_id, created_at, name, prompt_id, test_type_id, category_id, topic_id,
                          requirement_id, project_id, parent_id, status_id, owner_id, assignee_id)
    select o, md5(o || 'test' || i)::uuid, md5(o || 'user' || i %% 100)::uuid, timestamptz '2026-01-01' + i * interval '1 s',
           'Test ' || i, md5(o || 'prompt' || i)::uuid, case when i %% 50 = 0 then other else kind end,
           md5(o || 'category' || i %% 200)::uuid, md5(o || 'topic' || i * 3 %% 200)::uuid,
           md5(o || 'requirement' || i * 7 %% 200)::uuid, md5(o || 'project' || i %% 20)::uuid,
           case when i > 0 then md5(o || 'test' || i / 10)::uuid end, md5(o || 'status' || i %% 5)::uuid,
           md5(o || 'user' || i %% 7)::uuid, md5(o || 'user' || i %% 90)::uuid
    from generate_series(0, many - 1) i;

    insert into app.tagged_item (organization_id, tag_id, entity_type, entity_id)
    select o, md5(o || 'tag' || i %% 50)::uuid, 'Test', md5(o || 'test' || i)::uuid from generate_series(0, many - 1, 7) i;
    insert into app.tagged_item (organization_id, tag_id, entity_type, entity_id)
    select o, md5(o || 'tag' || i %% 50)::uuid, 'Prompt', md5(o || 'prompt' || i)::uuid from generate_series(0, many - 1, 7) i;
end
$$
