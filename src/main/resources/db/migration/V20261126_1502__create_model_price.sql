-- What the tokens of a model cost an organization from a moment on, in US dollars per million.
create table app.model_price (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default now(),
    user_id         uuid        not null default app.current_user_id(),
    model_id        uuid        not null,
    input           numeric     not null check (input >= 0),
    output          numeric     not null check (output >= 0),
    -- of the input read from a cache, and of the output that is reasoning; as the rest where absent
    cached          numeric     check (cached >= 0),
    reasoning       numeric     check (reasoning >= 0),
    valid_from      timestamptz not null,
    primary key (organization_id, id),
    unique (organization_id, model_id, valid_from),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, model_id) references app.model on delete cascade
);

create index model_price_user on app.model_price (organization_id, user_id);

call app.tenant_table('app.model_price', 'select, insert, delete');
call app.living_references('app.model_price');
