package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.trace.store.reread.Outdated;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The readings of spans anew that were asked for.
@Repository
class SpanRemapQueries {

    private static final String ADD = """
            insert into app.span_remap (id, project_id, trace_ids, before_version)
            values (:id, :projectId, cast(:traceIds as text[]), :beforeVersion)
            """;
    private static final String FIND = """
            select r.id, r.project_id, r.trace_ids, r.before_version, r.total_spans, r.done_spans, r.created_at,
                   r.begun_at, r.ended_at
            from app.span_remap r
            where r.id = :id
            """;
    private static final String BEGIN = """
            update app.span_remap
            set begun_at = now(), total_spans = :spans
            where id = :id and begun_at is null
            """;
    private static final String ADVANCE = """
            update app.span_remap set done_spans = done_spans + :spans where id = :id
            """;
    private static final String END = """
            update app.span_remap set ended_at = now() where id = :id and ended_at is null
            """;

    private final JdbcClient database;

    SpanRemapQueries(JdbcClient database) {
        this.database = database;
    }

    void add(UUID id, Outdated spans) {
        List<String> traces = spans.traceIds();
        database.sql(ADD)
                .param("id", id)
                .param("projectId", spans.projectId())
                .param("traceIds", traces == null ? null : traces.toArray(String[]::new))
                .param("beforeVersion", spans.beforeVersion())
                .update();
    }

    Optional<SpanRemap> find(UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .query((row, number) -> remap(row))
                .optional();
    }

    /// Notes how many spans are to be read, once.
    void begin(UUID id, long spans) {
        database.sql(BEGIN).param("id", id).param("spans", spans).update();
    }

    void advance(UUID id, int spans) {
        database.sql(ADVANCE).param("id", id).param("spans", spans).update();
    }

    void end(UUID id) {
        database.sql(END).param("id", id).update();
    }

    private static SpanRemap remap(ResultSet row) throws SQLException {
        return new SpanRemap(
                row.getObject("id", UUID.class),
                new Outdated(
                        row.getObject("project_id", UUID.class),
                        texts(row.getArray("trace_ids")),
                        row.getInt("before_version")),
                row.getObject("total_spans", Long.class),
                row.getLong("done_spans"),
                Times.of(row, "created_at"),
                Times.orNull(row, "begun_at"),
                Times.orNull(row, "ended_at"));
    }

    private static @Nullable List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
