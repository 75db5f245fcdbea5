-- The lists of values that every organization starts with and may change: types, and the statuses of each type of object.

create table app.type_lookup (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    type_name       text        not null check (length(type_name) between 1 and 255),
    type_value      text        not null check (length(type_value) between 1 and 255),
    value_key       text        generated always as (lower(type_value)) stored,
    description     text,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership
);

create unique index type_lookup_living on app.type_lookup (organization_id, type_name, value_key)
    nulls not distinct where deleted_at is null;
create index type_lookup_page on app.type_lookup (organization_id, created_at desc, id desc) where deleted_at is null;
create index type_lookup_user on app.type_lookup (organization_id, user_id);

call app.tenant_table('app.type_lookup');
grant select, insert on app.type_lookup to app_auth;

create table app.status (
    organization_id uuid        not null,
    id              uuid        not null,
    nano_id         text        not null default app.nano_id(),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    deleted_at      timestamptz,
    name            text        not null check (length(name) between 1 and 255),
    name_key        text        generated always as (lower(name)) stored,
    description     text,
    entity_type_id  uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, entity_type_id) references app.type_lookup on delete set null (entity_type_id)
);

create unique index status_living on app.status (organization_id, name_key, entity_type_id)
    nulls not distinct where deleted_at is null;
create index status_page on app.status (organization_id, created_at desc, id desc) where deleted_at is null;
create index status_user on app.status (organization_id, user_id);
create index status_entity_type on app.status (organization_id, entity_type_id);

call app.tenant_table('app.status');
grant insert on app.status to app_auth;

grant create on schema app to app_auth;

-- Fills the lookups of a new organization. Clients find them by name; no verdict depends on them.
create function app.seed_lookups() returns void
    language sql volatile set search_path = pg_catalog, pg_temp as $$
    insert into app.type_lookup (organization_id, id, type_name, type_value)
    select app.current_organization(), uuidv7(), t.type_name, v.type_value
    from (values
        ('EntityType', array['General', 'Test', 'TestSet', 'TestRun', 'TestResult', 'Metric', 'Model', 'Prompt',
                             'Requirement', 'Category', 'Topic', 'Task', 'Project', 'Source']),
        ('TestType', array['Single-Turn', 'Multi-Turn']),
        ('TestSetType', array['Single-Turn', 'Multi-Turn']),
        ('ScoreType', array['binary', 'numeric', 'categorical']),
        ('ProviderType', array['openai', 'anthropic', 'gemini', 'azure', 'azure_ai', 'mistral', 'cohere', 'groq',
                               'vertex_ai', 'together_ai', 'replicate', 'perplexity', 'ollama', 'vllm', 'huggingface',
                               'openrouter', 'litellm_proxy', 'meta_llama']),
        ('MetricType', array['grading', 'api-call', 'custom-code', 'custom-prompt', 'framework']),
        ('BackendType', array['deepeval', 'rhesis', 'ragas', 'custom', 'garak']),
        ('MetricScope', array['Single-Turn', 'Multi-Turn', 'Trace']),
        ('TaskPriority', array['Low', 'Medium', 'High']),
        ('SourceType', array['Document', 'Website', 'API', 'Database', 'Code', 'Manual'])
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

alter function app.seed_lookups() owner to app_auth;

revoke create on schema app from app_auth;
