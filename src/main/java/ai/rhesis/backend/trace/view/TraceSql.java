package ai.rhesis.backend.trace.view;

/// The parts of the statements about traces `t`. Each has all conditions that a list can have; planned for
/// its values, PostgreSQL folds those away that were not asked for (ADR 4).
final class TraceSql {

    /// The conditions on a trace as a whole.
    private static final String MATCHES = """
                (cast(:endpointId as uuid) is null or t.endpoint_id = :endpointId)
            and (cast(:testRunId as uuid) is null or t.test_run_id = :testRunId)
            and (cast(:testResultId as uuid) is null or t.test_result_id = :testResultId)
            and (cast(:testId as uuid) is null or t.test_id = :testId)
            and (cast(:environment as text) is null or t.environment = :environment)
            and (cast(:conversationId as text) is null or t.conversation_id = :conversationId)
            and (cast(:ofTests as boolean) is null or (t.test_run_id is not null) = :ofTests)
            and (cast(:ofConversations as boolean) is null or (t.conversation_id is not null) = :ofConversations)
            and (cast(:search as text) is null or position(:search in t.search_text) > 0
                 or position(cast(:digits as text) in encode(t.trace_id, 'hex')) > 0)
            and (cast(:evaluation as text) is null
                 or (t.reviewed_status is not null or t.test_result_id is not null)
                    and coalesce(t.reviewed_status,
                                 (select r.verdict
                                  from app.test_result r
                                  where r.id = t.test_result_id and r.deleted_at is null)) = :evaluation)
            """;

    /// The conditions on what is listed of a trace: its root.
    private static final String ROOT_MATCHES = """
            and (cast(:spanName as text) is null or t.root_name = :spanName)
            and (cast(:statusCode as text) is null or t.root_status_code = :statusCode)
            and (cast(:after as timestamptz) is null or t.root_start_time >= :after)
            and (cast(:before as timestamptz) is null or t.root_start_time <= :before)
            and (cast(:minMillis as float8) is null or t.root_duration_ms >= :minMillis)
            and (cast(:maxMillis as float8) is null or t.root_duration_ms <= :maxMillis)
            """;

    /// The same on each span `s` of a trace.
    private static final String SPAN_MATCHES = """
            and (cast(:spanName as text) is null or s.name = :spanName)
            and (cast(:statusCode as text) is null or s.status_code = :statusCode)
            and (cast(:after as timestamptz) is null or s.start_time >= :after)
            and (cast(:before as timestamptz) is null or s.start_time <= :before)
            and (cast(:minMillis as float8) is null
                 or extract(epoch from (s.end_time - s.start_time)) * 1000 >= :minMillis)
            and (cast(:maxMillis as float8) is null
                 or extract(epoch from (s.end_time - s.start_time)) * 1000 <= :maxMillis)
            """;

    /// The columns of each trace `t` of a page, beside those of what is listed.
    private static final String ABOUT_TRACE = """
            t.id, encode(t.trace_id, 'hex') as trace_id, t.project_id, t.environment, t.conversation_id, t.root_input,
            t.span_count, t.error_count, t.test_run_id, t.test_result_id, t.test_id, t.endpoint_id,
            coalesce(e.name, t.endpoint_name) as endpoint_name, t.reviewed_status, r.verdict,
            """;
    private static final String BESIDE = """
            left join app.endpoint e on e.id = t.endpoint_id
            left join app.test_result r on r.id = t.test_result_id and r.deleted_at is null
            """;

    /// A page is found project by project, so that the index of each gives its newest in order, and by the columns
    /// of that index alone as long as nothing is searched for in words; the rest is read of the traces of the page.
    static final String PAGE = "select " + ABOUT_TRACE + """
                   t.root_id as span_id, t.root_start_time as start_time, t.root_duration_ms as duration_ms,
                   t.root_name as name, t.root_status_code as status_code, t.total_tokens, t.cost_nanos
            from (select k.id
                  from app.project p
                  cross join lateral (
                      select t.id, t.root_start_time
                      from app.trace t
                      where t.project_id = p.id and
            """ + MATCHES + ROOT_MATCHES + """
                      order by t.root_start_time desc, t.id desc
                      limit :end) k
                  where p.deleted_at is null and (cast(:projectId as uuid) is null or p.id = :projectId)
                  order by k.root_start_time desc, k.id desc
                  limit :limit offset :offset) k
            join app.trace t on t.id = k.id
            """ + BESIDE + """
            order by t.root_start_time desc, t.id desc
            """;
    private static final String OF_LIVING_PROJECTS = """
            where t.project_id in (
                select p.id
                from app.project p
                where p.deleted_at is null and (cast(:projectId as uuid) is null or p.id = :projectId)) and
            """;
    static final String COUNT = """
            select count(*)
            from app.trace t
            """ + OF_LIVING_PROJECTS + MATCHES + ROOT_MATCHES;

    /// Spans are listed trace by trace, the newest trace first and its spans in their order, because spans have
    /// no index of their times. They are a query of their own (`offset 0`), so that no more traces than a page
    /// takes are read.
    static final String SPAN_PAGE = "select " + ABOUT_TRACE + """
                   k.span_id, s.start_time, s.name, s.status_code, s.total_tokens, s.cost_nanos,
                   extract(epoch from (s.end_time - s.start_time))::float8 * 1000 as duration_ms
            from (select k.*
                  from app.project p
                  cross join lateral (
                      select t.id, t.root_start_time, s.id as span_id, s.start_time
                      from app.trace t
                      cross join lateral (
                          select s.id, s.start_time
                          from app.span s
                          where s.trace_key = t.id
            """ + SPAN_MATCHES + """
                          offset 0) s
                      where t.project_id = p.id and
            """ + MATCHES + """
                      order by t.root_start_time desc, t.id desc, s.start_time, s.id
                      limit :end) k
                  where p.deleted_at is null and (cast(:projectId as uuid) is null or p.id = :projectId)
                  order by k.root_start_time desc, k.id desc, k.start_time, k.span_id
                  limit :limit offset :offset) k
            join app.trace t on t.id = k.id
            join app.span s on s.id = k.span_id
            """ + BESIDE + """
            order by k.root_start_time desc, k.id desc, k.start_time, k.span_id
            """;
    static final String SPAN_COUNT = """
            select count(*)
            from app.trace t
            join app.span s on s.trace_key = t.id
            """ + OF_LIVING_PROJECTS + MATCHES + SPAN_MATCHES;

    /// The same without conditions on single spans.
    static final String SPAN_SUM = """
            select coalesce(sum(t.span_count), 0)
            from app.trace t
            """ + OF_LIVING_PROJECTS + MATCHES;

    private TraceSql() {}
}
