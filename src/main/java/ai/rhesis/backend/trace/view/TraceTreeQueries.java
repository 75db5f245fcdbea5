package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// One trace with its spans.
@Repository
class TraceTreeQueries {

    /// The number of spans that are read; of a trace with more, those that began first.
    static final int MAX_SPANS = 20_000;

    /// Characters of JSON that are read of all spans together.
    static final long MAX_CHARACTERS = 64_000_000;

    /// Rows that are received at once, which a small heap holds however long spans are.
    private static final int FETCHED_AT_ONCE = 50;

    private static final String FIND = """
            select t.id, encode(t.trace_id, 'hex'), t.environment, t.conversation_id, t.start_time, t.end_time, t.span_count,
                   t.error_count, t.total_tokens, t.cost_nanos, t.reviewed_status, r.verdict, p.id, p.nano_id, p.name,
                   e.id, e.nano_id, e.name, u.id, u.nano_id, u.name, r.id, r.nano_id, r.verdict, x.id, x.nano_id, x.name
            from app.trace t
            join app.project p on p.id = t.project_id
            left join app.endpoint e on e.id = t.endpoint_id and e.deleted_at is null
            left join app.test_run u on u.id = t.test_run_id and u.deleted_at is null
            left join app.test_result r on r.id = t.test_result_id and r.deleted_at is null
            left join app.test x on x.id = t.test_id and x.deleted_at is null
            where t.project_id = :projectId and t.trace_id = decode(:traceId, 'hex')
            """;

    /// The spans are put in order by their keys alone, because sorting them whole would go through files.
    private static final String SPANS = "select " + StoredSpan.COLUMNS + ", " + DerivedView.COLUMNS + """
            from (select k.organization_id, k.id, k.start_time
                  from app.span k
                  where k.trace_key = :key
                  order by k.start_time, k.id
                  limit :limit) k
            join app.span s on s.organization_id = k.organization_id and s.id = k.id
            order by k.start_time, k.id
            """;

    private static final String PLACE = """
            select encode(t.trace_id, 'hex'), t.project_id, encode(s.span_id, 'hex')
            from app.span s
            join app.trace t on t.id = s.trace_key
            where s.id = :id
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    TraceTreeQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// @param traceId 32 hexadecimal digits
    Optional<TraceRow> find(UUID projectId, String traceId) {
        return database.sql(FIND)
                .param("projectId", projectId)
                .param("traceId", traceId)
                .query((row, number) -> TraceRow.of(new ColumnReader(row, json)))
                .optional();
    }

    /// Finds the trace and the project of a span.
    Optional<SpanPlaceView> place(UUID spanId) {
        return database.sql(PLACE)
                .param("id", spanId)
                .query((row, number) ->
                        new SpanPlaceView(row.getString(1), row.getObject(2, UUID.class), row.getString(3)))
                .optional();
    }

    /// Returns the spans of a trace by their start, as many as are read of it.
    List<StoredSpan> spans(UUID key) {
        return database.sql(SPANS)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("key", key)
                .param("limit", MAX_SPANS)
                .query(this::read);
    }

    private List<StoredSpan> read(ResultSet rows) throws SQLException {
        List<StoredSpan> spans = new ArrayList<>();
        long left = MAX_CHARACTERS;
        while (left > 0 && rows.next()) {
            ColumnReader row = new ColumnReader(rows, json);
            spans.add(StoredSpan.of(row));
            left -= row.charactersOfJson();
        }
        return spans;
    }
}
