package ai.rhesis.backend.trace.view;

/// The statements about lists of single spans `s` of traces `t`.
///
/// Spans have no index of their names, times and results: it would be written for each of them, and
/// lists of traces need none. So spans are listed trace by trace, the newest trace first and its spans
/// in their order.
final class SpanSql {

    private static final String SHOWN = "select " + TraceSql.ABOUT_TRACE + """
                   s.id as span_id, s.start_time, s.name, s.status_code, s.total_tokens, s.cost_nanos,
                   extract(epoch from (s.end_time - s.start_time))::float8 * 1000 as duration_ms
            """;

    /// The newest traces, each with how many spans there are up to its last one.
    private static final String NEWEST = """
            select k.id, k.root_start_time, k.span_count, row_number() over newest as place,
                   sum(k.span_count) over newest as spans
            from app.project p
            cross join lateral (
                select t.id, t.root_start_time, t.span_count
                from app.trace t
                where t.project_id = p.id and
            """ + TraceSql.MATCHES + "%s" + """
                order by t.root_start_time desc, t.id desc
                limit %s) k
            """ + TraceSql.OF_LIVING_PROJECT + """
            window newest as (order by k.root_start_time desc, k.id desc)
            """;

    /// Finds the traces of a page of all spans by the numbers of their spans, and reads the spans of
    /// these alone.
    static final String PAGE =
            "with newest as (" + NEWEST.formatted("", ":end") + ")" + SHOWN + """
            from newest n
            cross join lateral (
                select s.id, n.spans - n.span_count + row_number() over (order by s.start_time, s.id) as place
                from app.span s
                where s.trace_key = n.id) listed
            join app.trace t on t.id = n.id
            join app.span s on s.id = listed.id
            """ + TraceSql.BESIDE + """
            where n.spans > :offset and n.spans - n.span_count < :end
              and listed.place > :offset and listed.place <= :end
            order by listed.place
            """;
    static final String COUNT = """
            select coalesce(sum(t.span_count), 0)
            from app.trace t
            """ + TraceSql.OF_LIVING_PROJECTS + TraceSql.MATCHES;

    /// The conditions on each span of a trace.
    private static final String MATCHES = """
                and (cast(:spanName as text) is null or s.name = :spanName)
                and (cast(:statusCode as text) is null or s.status_code = :statusCode)
                and (cast(:after as timestamptz) is null or s.start_time >= :after)
                and (cast(:before as timestamptz) is null or s.start_time <= :before)
                and (cast(:minMillis as float8) is null
                     or s.end_time - s.start_time >= :minMillis * interval '1 millisecond')
                and (cast(:maxMillis as float8) is null
                     or s.end_time - s.start_time <= :maxMillis * interval '1 millisecond')
            """;

    /// The conditions that a trace meets which holds such a span.
    private static final String MAY_MATCH = """
                and (cast(:statusCode as text) is distinct from 'ERROR' or t.error_count > 0)
                and (cast(:after as timestamptz) is null or t.end_time >= :after)
                and (cast(:before as timestamptz) is null or t.start_time <= :before)
                and (cast(:minMillis as float8) is null
                     or t.end_time - t.start_time >= :minMillis * interval '1 millisecond')
            """;

    /// Finds all spans that match among those of the newest traces, up to a number of traces and of
    /// spans, and reads those of a page. Spans are looked up trace by trace (`offset 0`): a join would
    /// read all spans of the organization. Where none is found there is one row, without an id.
    static final String SEARCH = "with newest as materialized (" + NEWEST.formatted(MAY_MATCH, ":maxTraces + 1") + """
            ), searched as (
                select n.id, n.place, n.root_start_time
                from newest n
                where n.place <= :maxTraces and n.spans <= :maxSpans
            ), found as materialized (
                select n.id, n.place, s.id as span_id, s.start_time
                from searched n
                cross join lateral (
                    select s.id, s.start_time
                    from app.span s
                    where s.trace_key = n.id
            """
            + MATCHES + """
                    offset 0) s)
            """ + SHOWN + """
                   , a.total, a.searched_back_to
            from (select (select count(*) from found) as total,
                         (select case when count(*) < (select count(*) from newest) then min(n.root_start_time) end
                          from searched n) as searched_back_to) a
            left join (
                select f.*
                from found f
                order by f.place, f.start_time, f.span_id
                limit :limit offset :offset) k on true
            left join app.trace t on t.id = k.id
            left join app.span s on s.id = k.span_id
            """ + TraceSql.BESIDE + """
            order by k.place, k.start_time, k.span_id
            """;

    private SpanSql() {}
}
