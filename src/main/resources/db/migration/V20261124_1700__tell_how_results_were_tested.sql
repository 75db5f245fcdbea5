-- One place that says what results are of: their test, be it purged since, its requirement, and whether it was led over
-- several turns, which it is where there is a script.
create or replace view app.tested_result
    with (security_invoker = true) as
select r.organization_id, r.id, r.test_run_id, r.test_id, r.repetition, r.position, r.verdict, r.error, r.test_output,
       r.latency_millis, r.cost_micros, r.judge_cost_micros, r.deleted_at,
       coalesce(i.name, t.name) as name,
       case when i.id is null then p.content else i.input end as input,
       case when i.id is null then p.expected_response else i.expected end as expected,
       case when i.id is not null then i.script
            when t.prompt_id is null or y.value_key = 'multi-turn' then t.test_configuration end as script,
       case when i.id is null then q.name else i.requirement end as requirement,
       case when i.id is null then c.name else i.category end as category,
       case when i.id is null then o.name else i.topic end as topic,
       i.id is null and t.id is null and p.id is null as is_of_nothing,
       r.prompt_id,
       coalesce(r.test_id, i.test_id) as tested_id,
       case when i.id is null then q.id else i.requirement_id end as requirement_id
from app.test_result r
left join app.test_run_item i on i.organization_id = r.organization_id and i.id = r.test_run_item_id
left join app.test t on t.organization_id = r.organization_id and t.id = r.test_id and i.id is null
left join app.type_lookup y on y.organization_id = t.organization_id and y.id = t.test_type_id
left join app.prompt p on p.organization_id = r.organization_id and p.id = coalesce(r.prompt_id, t.prompt_id)
                      and i.id is null
left join app.requirement q on q.organization_id = t.organization_id and q.id = t.requirement_id
left join app.category c on c.organization_id = t.organization_id and c.id = t.category_id
left join app.topic o on o.organization_id = t.organization_id and o.id = t.topic_id;
