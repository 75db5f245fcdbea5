package ai.rhesis.backend.trace.view;

/// The parts of the statements about traces `t`. Each has all conditions that a list can have; planned for
/// its values, PostgreSQL folds those away that were not asked for (ADR 4).
final class TraceSql {

    /// The condition on a project `p`: deleted ones are not listed.
    static final String OF_LIVING_PROJECT = """
            where p.deleted_at is null and (cast(:projectId as uuid) is null or p.id = :projectId)
            """;

    /// The conditions on a trace as a whole.
    static final String MATCHES = """
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

    /// The columns of each trace `t` of a page, beside those of what is listed.
    static final String ABOUT_TRACE = """
            t.id, encode(t.trace_id, 'hex') as trace_id, t.project_id, t.environment, t.conversation_id, t.root_input,
            t.span_count, t.error_count, t.test_run_id, t.test_result_id, t.test_id, t.endpoint_id,
            coalesce(e.name, t.endpoint_name) as endpoint_name, t.reviewed_status, r.verdict,
            """;
    static final String BESIDE = """
            left join app.endpoint e on e.id = t.endpoint_id
            left join app.test_result r on r.id = t.test_result_id and r.deleted_at is null
            """;

    /// A page is found project by project, so that the index of each gives its newest in order, and by the columns
    /// of that index alone as long as nothing is searched for in words; the rest is read of the traces of the page.
    static final String PAGE =
            "select " + ABOUT_TRACE + """
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
            """ + OF_LIVING_PROJECT + """
                  order by k.root_start_time desc, k.id desc
                  limit :limit offset :offset) k
            join app.trace t on t.id = k.id
            """ + BESIDE + """
            order by t.root_start_time desc, t.id desc
            """;
    static final String OF_LIVING_PROJECTS = """
            where t.project_id in (
                select p.id
                from app.project p
            """ + OF_LIVING_PROJECT + """
                ) and
            """;
    static final String COUNT = """
            select count(*)
            from app.trace t
            """ + OF_LIVING_PROJECTS + MATCHES + ROOT_MATCHES;

    private TraceSql() {}
}
