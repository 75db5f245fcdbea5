package ai.rhesis.backend.trace.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The traces whose spans reviews are about: locks them, and writes what the reviews in force make of them.
@Repository
class ReviewedSpanQueries {

    /// Whoever reviews a span of the same trace waits, so that none forgets the review of another.
    private static final String LOCK = """
            select t.id
            from app.trace t
            where t.id = (select s.trace_key from app.span s where s.id = :id)
            for no key update
            """;
    private static final String METRICS = """
            select m.name
            from app.span s
            join app.trace t on t.id = s.trace_key
            join app.test_result_metric m on m.test_result_id = t.test_result_id
            where s.id = :id
            order by m.position
            """;
    private static final String HAS_TURN = """
            select :turn between 1 and (select count(*)
                                        from app.span r
                                        where r.trace_key = t.id and r.parent_span_id is null)
            from app.span s
            join app.trace t on t.id = s.trace_key
            where s.id = :id and t.conversation_id is not null
            """;
    private static final String RESULT = """
            select r.id, r.verdict
            from app.trace t
            join app.test_result r on r.id = t.test_result_id and r.deleted_at is null
            where t.id = :key
            """;
    private static final String SETTLE = "update app.trace set reviewed_status = :status where id = :key";

    private final JdbcClient database;

    ReviewedSpanQueries(JdbcClient database) {
        this.database = database;
    }

    /// Locks the trace of a span and returns its row.
    UUID lock(UUID spanId) {
        return database.sql(LOCK).param("id", spanId).query(UUID.class).single();
    }

    List<String> metrics(UUID spanId) {
        return database.sql(METRICS).param("id", spanId).query(String.class).list();
    }

    boolean hasTurn(UUID spanId, int turn) {
        return database.sql(HAS_TURN)
                .param("id", spanId)
                .param("turn", turn)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// Finds the result that a trace is of; null without one.
    @Nullable
    JudgedResult result(UUID traceKey) {
        return database.sql(RESULT)
                .param("key", traceKey)
                .query((row, number) -> new JudgedResult(row.getObject("id", UUID.class), row.getString("verdict")))
                .optional()
                .orElse(null);
    }

    void settle(UUID traceKey, @Nullable String status) {
        database.sql(SETTLE).param("key", traceKey).param("status", status).update();
    }

    /// The result that a trace is of.
    record JudgedResult(UUID id, String verdict) {}
}
