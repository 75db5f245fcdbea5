-- More lookups that published clients look for: kinds of objects, a backend, providers of tools.

grant create on schema app to app_auth;

create or replace function app.seed_lookups() returns void
    language sql volatile set search_path = pg_catalog, pg_temp as $$
    insert into app.type_lookup (organization_id, id, type_name, type_value)
    select app.current_organization(), uuidv7(), t.type_name, v.type_value
    from (values
        ('EntityType', array['General', 'Test', 'TestSet', 'TestRun', 'TestResult', 'Metric', 'Model', 'Prompt',
                             'Requirement', 'Category', 'Topic', 'Task', 'Project', 'Source', 'Chunk', 'Trace',
                             'ArchitectSession']),
        ('TestType', array['Single-Turn', 'Multi-Turn']),
        ('TestSetType', array['Single-Turn', 'Multi-Turn']),
        ('ScoreType', array['binary', 'numeric', 'categorical']),
        ('ProviderType', array['openai', 'anthropic', 'gemini', 'azure', 'azure_ai', 'mistral', 'cohere', 'groq',
                               'vertex_ai', 'together_ai', 'replicate', 'perplexity', 'ollama', 'vllm', 'huggingface',
                               'openrouter', 'litellm_proxy', 'meta_llama']),
        ('MetricType', array['grading', 'api-call', 'custom-code', 'custom-prompt', 'framework']),
        ('BackendType', array['deepeval', 'rhesis', 'ragas', 'custom', 'garak', 'sdk']),
        ('MetricScope', array['Single-Turn', 'Multi-Turn', 'Trace']),
        ('TaskPriority', array['Low', 'Medium', 'High']),
        ('SourceType', array['Document', 'Website', 'API', 'Database', 'Code', 'Manual']),
        ('ToolProviderType', array['notion', 'github', 'jira', 'confluence', 'gitlab', 'shortcut', 'asana', 'azure_devops',
                                   'linear'])
    ) as t (type_name, type_values)
    cross join lateral unnest(t.type_values) as v (type_value);

    insert into app.status (organization_id, id, name, entity_type_id)
    select e.organization_id, uuidv7(), n.name, e.id
    from (values
        ('General', array['Active', 'Inactive', 'Archived']),
        ('Test', array['New', 'In Review', 'Approved', 'Draft']),
        ('TestSet', array['New', 'In Review', 'Approved', 'Draft']),
        ('TestRun', array['Queued', 'Progress', 'Completed', 'Partial', 'Failed', 'Cancelled']),
        ('TestResult', array['Pass', 'Fail', 'Error', 'Review']),
        ('Task', array['Open', 'In Progress', 'Completed', 'Cancelled'])
    ) as s (entity_type, names)
    join app.type_lookup e on e.organization_id = app.current_organization()
                          and e.type_name = 'EntityType' and e.type_value = s.entity_type
    cross join lateral unnest(s.names) as n (name)
$$;

revoke create on schema app from app_auth;

-- the organizations that there are get them as well
insert into app.type_lookup (organization_id, id, type_name, type_value, user_id)
select o.id, uuidv7(), v.type_name, v.type_value, o.owner_id
from app.organization o
cross join (values
    ('EntityType', 'Chunk'), ('EntityType', 'Trace'), ('EntityType', 'ArchitectSession'), ('BackendType', 'sdk'),
    ('ToolProviderType', 'notion'), ('ToolProviderType', 'github'), ('ToolProviderType', 'jira'),
    ('ToolProviderType', 'confluence'), ('ToolProviderType', 'gitlab'), ('ToolProviderType', 'shortcut'),
    ('ToolProviderType', 'asana'), ('ToolProviderType', 'azure_devops'), ('ToolProviderType', 'linear')
) as v (type_name, type_value)
where o.owner_id is not null
on conflict (organization_id, type_name, value_key) where deleted_at is null do nothing;
