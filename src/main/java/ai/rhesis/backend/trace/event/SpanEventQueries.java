package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of events that wait for their spans.
@Repository
class SpanEventQueries {

    /// The events that wait for the spans of one trace, and their characters. More are refused.
    static final int MAX_WAITING = 10_000;

    static final int MAX_CHARACTERS = 20_000_000;

    /// A span that has not come within a day doesn't come any more.
    private static final String DELETE_EXPIRED = """
            delete from app.span_event
            where id = any(array(select e.id
                                 from app.span_event e
                                 where e.received_at < now() - interval '1 day'
                                 limit 10000))
            """;

    /// Lets one request at a time add events to a trace, so that each counts those of the others. Traces share a
    /// bounded number of locks, which are taken in one order.
    private static final String BEGIN = """
            select pg_advisory_xact_lock(hashtextextended('events of ' || :projectId || ' ' || n.place, 0))
            from (select distinct abs(hashtext(u.id) % :locks) as place
                  from unnest(cast(:traceIds as text[])) as u (id)
                  order by place) n
            """;

    private static final int LOCKS = 64;

    private static final String ADD = """
            with told as (
                select n.id, decode(n.trace_id, 'hex') as trace_id, decode(n.span_id, 'hex') as span_id, n.event, n.size,
                       count(*) over w as number, sum(n.size) over w as characters
                from unnest(cast(:ids as uuid[]), cast(:traceIds as text[]), cast(:spanIds as text[]),
                            cast(:events as text[]), cast(:sizes as int[])) with ordinality
                     as n (id, trace_id, span_id, event, size, place)
                window w as (partition by n.trace_id order by n.place)),
            waiting as (
                select e.trace_id, count(*) as number, sum(e.characters) as characters
                from app.span_event e
                where e.project_id = :projectId and e.trace_id in (select t.trace_id from told t)
                group by e.trace_id)
            insert into app.span_event (id, project_id, trace_id, span_id, event, characters)
            select t.id, :projectId, t.trace_id, t.span_id, cast(t.event as jsonb), t.size
            from told t
            left join waiting w on w.trace_id = t.trace_id
            where coalesce(w.number, 0) + t.number <= :maxWaiting
              and coalesce(w.characters, 0) + t.characters <= :maxCharacters
            """;

    private final JdbcClient database;

    SpanEventQueries(JdbcClient database) {
        this.database = database;
    }

    /// Deletes some events whose spans never came, and returns how many.
    int deleteExpired() {
        return database.sql(DELETE_EXPIRED).update();
    }

    /// Adds events as long as a trace has not too many, and returns how many were added.
    int add(UUID project, List<SpanEvent> received) {
        String[] traceIds = Columns.texts(received, SpanEvent::traceId);
        database.sql(BEGIN)
                .param("projectId", project.toString())
                .param("traceIds", traceIds)
                .param("locks", LOCKS)
                .query((row, number) -> row.getRow())
                .list();
        List<String> events =
                received.stream().map(event -> event.event().toString()).toList();
        return database.sql(ADD)
                .param("projectId", project)
                .param("ids", received.stream().map(event -> BaseEntity.newId()).toArray(UUID[]::new))
                .param("traceIds", traceIds)
                .param("spanIds", Columns.texts(received, SpanEvent::spanId))
                .param("events", events.toArray(String[]::new))
                .param("sizes", Columns.numbers(events, String::length))
                .param("maxWaiting", MAX_WAITING)
                .param("maxCharacters", MAX_CHARACTERS)
                .update();
    }
}
