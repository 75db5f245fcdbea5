-- A run of before there were versions, as its migration finds it.
set session_replication_role = replica;

do $$
declare
    organization uuid := '00000000-0000-7000-8000-000000000001';
    owner        uuid := uuidv7();
    test_type    uuid := uuidv7();
    prompt       uuid := uuidv7();
    category     uuid := uuidv7();
    test         uuid := uuidv7();
    test_set     uuid := uuidv7();
    setup        uuid := uuidv7();
    run          uuid := uuidv7();
    item         uuid := uuidv7();
begin
    insert into app.membership (organization_id, user_id, email, role, is_active)
    values (organization, owner, 'ann@example.com', 'owner', true);
    insert into app.type_lookup (organization_id, id, user_id, type_name, type_value)
    values (organization, test_type, owner, 'TestType', 'Single-Turn');
    insert into app.prompt (organization_id, id, user_id, content, language_code, expected_response)
    values (organization, prompt, owner, 'edited since', 'de-DE', 'Höflich');
    insert into app.category (organization_id, id, user_id, name)
    values (organization, category, owner, 'Refusals');
    insert into app.test (organization_id, id, user_id, prompt_id, test_type_id, category_id, test_metadata)
    values (organization, test, owner, prompt, test_type, category,
            '{"b": [1, 1.0, 1.50, 1e21, 1e-7, 123456789012345680, true, null],
              "a": {"\ufb33": 1, "\ud83d\ude00": 2, "\u20ac": 3, "1": 4}, "": ""}');
    insert into app.test_set (organization_id, id, user_id, name, slug, test_set_type_id)
    values (organization, test_set, owner, 'Set', 'set', test_type);
    insert into app.test_set_test (organization_id, test_set_id, test_id, position)
    values (organization, test_set, test, 0);
    insert into app.test_configuration (organization_id, id, user_id)
    values (organization, setup, owner);
    insert into app.test_run (organization_id, id, user_id, name, state, test_configuration_id)
    values (organization, run, owner, 'Run', 'Completed', setup);
    insert into app.test_run_item (
        organization_id, id, test_run_id, test_id, position, prompt_id, input, expected, category, metric_ids)
    values (organization, item, run, test, 1, prompt, E'Grüße "an" \\ alle\n\t€ 😀 \u0001', 'Höflich', 'Refusals', '{}');
    insert into app.test_result (
        organization_id, id, user_id, test_configuration_id, test_run_id, test_run_item_id, test_id, prompt_id, verdict,
        position)
    values (organization, uuidv7(), owner, setup, run, item, test, prompt, 'Pass', 1);
end
$$;
