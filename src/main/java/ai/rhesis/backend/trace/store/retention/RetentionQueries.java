package ai.rhesis.backend.trace.store.retention;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The deletion of traces that are too old, in transactions of bounded length.
@Repository
@Transactional
class RetentionQueries {

    /// The spans that a transaction deletes, about: a trace that has more is emptied first.
    static final int MAX_SPANS = 5_000;

    private static final int MAX_TRACES = 500;

    private static final String EXPIRED = """
            select t.id, t.span_count
            from app.trace t
            where t.project_id = :projectId and t.received_at < now() - make_interval(days => :days)
              and t.last_received_at < now() - make_interval(days => :days)
            order by t.received_at
            limit :limit
            """;
    /// Gives the trace an id that nobody has, before its first spans go: spans that come from now on make a trace of
    /// their own, and none is ever counted that is gone.
    private static final String EMPTY = """
            with expired as (
                select t.id
                from app.trace t
                where t.id = :id and t.last_received_at < now() - make_interval(days => :days)
                for update skip locked),
            given_up as (
                update app.trace t
                set trace_id = uuid_send(gen_random_uuid())
                from expired e
                where t.id = e.id)
            delete from app.span
            where id in (select s.id
                         from expired t
                         join app.span s on s.trace_key = t.id
                         limit :limit)
            """;
    /// Traces that others are writing to at this moment are left to the next time.
    private static final String DELETE = """
            delete from app.trace
            where id in (select t.id
                         from app.trace t
                         where t.id = any(cast(:ids as uuid[]))
                           and t.last_received_at < now() - make_interval(days => :days)
                         order by t.project_id, t.trace_id
                         for update skip locked)
            """;

    private final JdbcClient database;

    RetentionQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds some of the oldest traces that are kept no longer.
    @Transactional(readOnly = true)
    public List<Expired> expired(UUID project, int days) {
        return database.sql(EXPIRED)
                .param("projectId", project)
                .param("days", days)
                .param("limit", MAX_TRACES)
                .query((row, number) -> new Expired(row.getObject("id", UUID.class), row.getInt("span_count")))
                .list();
    }

    /// Deletes some spans of a trace that got none meanwhile, and returns how many.
    public int empty(UUID trace, int days) {
        return database.sql(EMPTY)
                .param("id", trace)
                .param("days", days)
                .param("limit", MAX_SPANS)
                .update();
    }

    /// Deletes traces with their spans, and returns how many.
    public int delete(List<Expired> traces, int days) {
        return database.sql(DELETE)
                .param("ids", Columns.uuids(traces, Expired::id))
                .param("days", days)
                .update();
    }

    /// A trace that is kept no longer.
    record Expired(UUID id, int spanCount) {}
}
