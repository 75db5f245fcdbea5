-- Reviews: what people say about results. The effective verdict stays where everything reads it, the automatic one beside it.

create table app.review (
    organization_id uuid        not null,
    id              uuid        not null,
    created_at      timestamptz not null default clock_timestamp(),
    updated_at      timestamptz not null default clock_timestamp(),
    version         bigint      not null default 0,
    user_id         uuid        not null default app.current_user_id(),
    updated_by      uuid        not null default app.current_user_id(),
    test_result_id  uuid        not null,
    status_id       uuid,
    rating          text        not null check (rating in ('Pass', 'Fail')),
    comments        text        not null check (length(comments) <= 20000),
    target_type     text        not null check (target_type in ('test_result', 'metric', 'turn')),
    -- the name of a metric, or `Turn 2`
    reference       text        check ((reference is null) = (target_type = 'test_result')),
    -- when verdict and target became what they are: the newest review of a target is in force
    judged_at       timestamptz not null default clock_timestamp(),
    resolved_at     timestamptz,
    resolved_by     uuid,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership,
    foreign key (organization_id, updated_by) references app.membership,
    foreign key (organization_id, resolved_by) references app.membership,
    foreign key (organization_id, test_result_id) references app.test_result on delete cascade,
    foreign key (organization_id, status_id) references app.status on delete set null (status_id)
);

create index review_page on app.review (organization_id, updated_at desc, id desc);
create index review_test_result on app.review (organization_id, test_result_id, judged_at, id);
create index review_user on app.review (organization_id, user_id);
create index review_updated_by on app.review (organization_id, updated_by);
create index review_resolved_by on app.review (organization_id, resolved_by);
create index review_status on app.review (organization_id, status_id);

call app.tenant_table('app.review');
call app.living_references('app.review');

-- What a result was before its first review; null of results without one.
alter table app.test_result
    add automatic_verdict   text check (automatic_verdict in ('Pass', 'Fail', 'Error')),
    add automatic_status_id uuid,
    -- what the newest review of the whole result says
    add review_verdict      text check (review_verdict in ('Pass', 'Fail')),
    add check (automatic_verdict is not null or review_verdict is null),
    add foreign key (organization_id, automatic_status_id) references app.status on delete set null (automatic_status_id);

create index test_result_automatic_status on app.test_result (organization_id, automatic_status_id)
    where automatic_status_id is not null;
create index test_result_reviewed on app.test_result (organization_id, test_run_id)
    include (automatic_verdict, review_verdict, deleted_at) where automatic_verdict is not null;

-- What a metric said itself where a review says otherwise.
alter table app.test_result_metric
    add is_overridden     boolean not null default false,
    add automatic_success boolean;

-- The living results that somebody reviewed, with what the automatic verdict was.
create view app.reviewed_result
    with (security_invoker = true) as
select r.organization_id, r.id, r.test_run_id, r.automatic_verdict, r.review_verdict,
       coalesce(r.review_verdict <> r.automatic_verdict, false) as is_corrected
from app.test_result r
where r.automatic_verdict is not null and r.deleted_at is null;

alter view app.reviewed_result owner to app_owner;
grant select on app.reviewed_result to app_runtime;
