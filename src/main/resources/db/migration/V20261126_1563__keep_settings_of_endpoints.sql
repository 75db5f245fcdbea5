-- What clients keep with an endpoint and no call needs.
alter table app.endpoint
    add column openapi_spec_url  text,
    add column openapi_spec      jsonb,
    add column auth              jsonb,
    add column input_mappings    jsonb,
    add column validation_rules  jsonb,
    add column llm_suggestions   jsonb,
    add column endpoint_metadata jsonb,
    add column disable_tracing   boolean not null default false;
