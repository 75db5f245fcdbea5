-- Queues of tests that people review, drawn by chance from the tests of some runs.

create table app.review_queue (
    organization_id  uuid        not null,
    id               uuid        not null,
    created_at       timestamptz not null default clock_timestamp(),
    user_id          uuid        not null default app.current_user_id(),
    selection        text        not null check (selection in ('uniform', 'stratified', 'most_informative')),
    size             int         not null check (size > 0),
    population       int         not null check (population >= size),
    is_blind         boolean     not null,
    reviews_per_item int         not null check (reviews_per_item between 1 and 10),
    seed             bigint      not null,
    primary key (organization_id, id),
    foreign key (organization_id, user_id) references app.membership
);

create index review_queue_user on app.review_queue (organization_id, user_id);

call app.tenant_table('app.review_queue', 'select, insert');

create table app.review_queue_run (
    organization_id uuid not null,
    review_queue_id uuid not null,
    test_run_id     uuid not null,
    position        int  not null,
    primary key (organization_id, review_queue_id, test_run_id),
    foreign key (organization_id, review_queue_id) references app.review_queue on delete cascade,
    foreign key (organization_id, test_run_id) references app.test_run on delete cascade
);

create index review_queue_run_test_run on app.review_queue_run (organization_id, test_run_id);

call app.tenant_table('app.review_queue_run', 'select, insert');
call app.living_references('app.review_queue_run');

-- A drawn test, in an order that chance made as well. Its id is a value and no link, because tests may be purged.
create table app.review_queue_item (
    organization_id       uuid             not null,
    review_queue_id       uuid             not null,
    position              int              not null,
    test_id               uuid             not null,
    inclusion_probability double precision not null check (inclusion_probability > 0 and inclusion_probability <= 1),
    primary key (organization_id, review_queue_id, position),
    unique (organization_id, review_queue_id, test_id),
    foreign key (organization_id, review_queue_id) references app.review_queue on delete cascade
);

call app.tenant_table('app.review_queue_item', 'select, insert');

-- What each person last said of each result of a queue since the queue was drawn; a result of which nobody did has one row
-- without a person.
create view app.queue_rating
    with (security_invoker = true) as
select distinct on (i.review_queue_id, i.position, r.id, v.user_id)
       i.organization_id, i.review_queue_id, i.position, i.test_id, i.inclusion_probability, r.id as test_result_id,
       r.test_run_id, v.user_id, v.rating
from app.review_queue_item i
join app.review_queue q on q.organization_id = i.organization_id and q.id = i.review_queue_id
join app.review_queue_run u on u.organization_id = i.organization_id and u.review_queue_id = i.review_queue_id
join app.test_result r on r.organization_id = i.organization_id and r.test_run_id = u.test_run_id and r.tested_id = i.test_id
                      and r.deleted_at is null
left join app.review v on v.organization_id = r.organization_id and v.test_result_id = r.id
                      and v.target_type = 'test_result' and v.judged_at >= q.created_at
order by i.review_queue_id, i.position, r.id, v.user_id, v.judged_at desc, v.id desc;

alter view app.queue_rating owner to app_owner;
grant select on app.queue_rating to app_runtime;
