-- Reviews of spans beside those of results, and spans among the objects that can be tagged, discussed and filed under.

alter table app.review
    alter test_result_id drop not null,
    add span_id   uuid,
    -- the trace of the span, by which lists find the reviews of a page
    add trace_key uuid,
    add constraint review_is_of_one check (num_nonnulls(test_result_id, span_id) = 1),
    add constraint review_of_span_has_trace check ((span_id is null) = (trace_key is null)),
    drop constraint review_target_type_check,
    add constraint review_target_type_check
        check (target_type in ('metric', 'turn') or target_type = case when span_id is null then 'test_result' else 'trace' end),
    drop constraint review_check,
    add constraint review_check check ((reference is null) = (target_type in ('test_result', 'trace'))),
    add foreign key (organization_id, span_id) references app.span on delete cascade,
    add foreign key (organization_id, trace_key) references app.trace on delete cascade;

create index review_span on app.review (organization_id, span_id) where span_id is not null;
create index review_trace_key on app.review (organization_id, trace_key, judged_at, id) where trace_key is not null;

-- What the reviews in force make of the verdict on the result that a trace is of; null where they leave it.
alter table app.trace
    add reviewed_status text check (reviewed_status in ('Pass', 'Fail'));

call app.attachable('app.tagged_item', 'app.span', 'Trace');
call app.attachable('app.comment', 'app.span', 'Trace');
call app.attachable('app.task', 'app.span', 'Trace');
call app.attachable('app.file', 'app.span', 'Trace');

-- Like results, spans are found by their id alone: they come by millions, and nobody asks for them as activity.
do $$
begin
    execute format('create or replace view app.object with (security_invoker = true) as
                        %s
                        union all
                        select ''Trace''::text, o.organization_id, o.id, encode(o.span_id, ''hex''), o.name, o.project_id,
                               null::uuid, 0::bigint, o.received_at, o.received_at, null::timestamptz
                        from app.span o',
                   rtrim(pg_catalog.pg_get_viewdef('app.object'::regclass), ';'));
end
$$;
