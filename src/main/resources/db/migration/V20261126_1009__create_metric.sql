-- Metrics, which judge what a target answered.
create table app.metric (
    organization_id       uuid             not null,
    id                    uuid             not null,
    nano_id               text             not null default app.nano_id(),
    created_at            timestamptz      not null default now(),
    updated_at            timestamptz      not null default now(),
    version               bigint           not null default 0,
    user_id               uuid             not null default app.current_user_id(),
    deleted_at            timestamptz,
    name                  text             not null check (length(name) between 1 and 255),
    name_key              text             generated always as (lower(name)) stored,
    description           text,
    evaluation_prompt     text             not null,
    evaluation_steps      text,
    reasoning             text,
    evaluation_examples   text,
    score_type            text             not null check (score_type in ('binary', 'numeric', 'categorical')),
    min_score             double precision,
    max_score             double precision check (max_score > min_score),
    threshold             double precision,
    threshold_operator    text             not null default '>='
                                           check (threshold_operator in ('=', '<', '>', '<=', '>=', '!=')),
    categories            text[],
    passing_categories    text[]           check (passing_categories <@ categories),
    metric_scope          text[]           not null check (metric_scope <@ array['Single-Turn', 'Multi-Turn', 'Trace']
                                                           and metric_scope <> '{}'),
    metric_type_id        uuid,
    backend_type_id       uuid             not null,
    -- the backend as it was called when it was chosen: a tenant may rename the lookup, and nothing is judged otherwise
    backend               text             not null,
    class_name            text             check (length(class_name) <= 255),
    ground_truth_required boolean          not null default false,
    context_required      boolean          not null default false,
    model_id              uuid,
    explanation           text,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, metric_type_id) references app.type_lookup on delete set null (metric_type_id),
    foreign key (organization_id, backend_type_id) references app.type_lookup,
    foreign key (organization_id, model_id) references app.model on delete set null (model_id)
);

create unique index metric_living on app.metric (organization_id, name_key) nulls not distinct where deleted_at is null;
create index metric_page on app.metric (organization_id, created_at desc, id desc) where deleted_at is null;
create index metric_user on app.metric (organization_id, user_id);
create index metric_metric_type on app.metric (organization_id, metric_type_id);
create index metric_backend_type on app.metric (organization_id, backend_type_id);
create index metric_model on app.metric (organization_id, model_id);

call app.tenant_table('app.metric');
call app.attachable('app.tagged_item', 'app.metric', 'Metric');
call app.attachable('app.comment', 'app.metric', 'Metric');
call app.attachable('app.task', 'app.metric', 'Metric');
call app.attachable('app.file', 'app.metric', 'Metric');
