package ai.rhesis.backend.trace.event;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of events that wait for their spans, and the events in the rows of spans.
@Repository
class SpanEventQueries {

    /// The events of a span, and their bytes. What comes later is left out.
    private static final int MAX_EVENTS = 1_000;

    private static final int MAX_BYTES = 2_000_000;

    /// A span that has not come within a day doesn't come any more.
    private static final String DELETE_EXPIRED =
            "delete from app.span_event where received_at < now() - interval '1 day'";

    private static final String ADD = """
            insert into app.span_event (id, project_id, trace_id, span_id, event)
            select n.id, :projectId, decode(n.trace_id, 'hex'), decode(n.span_id, 'hex'), cast(n.event as jsonb)
            from unnest(cast(:ids as uuid[]), cast(:traceIds as text[]), cast(:spanIds as text[]), cast(:events as text[]))
                 as n (id, trace_id, span_id, event)
            """;

    private static final String FIND_TRACES = """
            select distinct t.id
            from app.span_event e
            join app.trace t on t.organization_id = e.organization_id and t.project_id = e.project_id
                                and t.trace_id = e.trace_id
            where e.project_id = :projectId
              and e.trace_id in (select decode(n.id, 'hex') from unnest(cast(:traceIds as text[])) as n (id))
            """;

    private static final String LOCK = """
            select t.id
            from app.trace t
            where t.id = any(cast(:ids as uuid[]))
            order by t.project_id, t.trace_id
            for update
            """;

    /// An event that the span has already came twice, for its sender heard no answer.
    private static final String MOVE = """
            with moved as (
                delete from app.span_event e
                using app.trace t, app.span s
                where t.id = any(cast(:ids as uuid[])) and e.project_id = t.project_id and e.trace_id = t.trace_id
                  and s.trace_key = t.id and s.span_id = e.span_id
                returning s.id as span, e.id, e.event,
                          e.event in (select jsonb_array_elements(s.events)) as is_repeated),
            once as (
                select m.span, m.event, min(m.id::text) as place
                from moved m
                where not m.is_repeated
                group by m.span, m.event),
            additions as (
                select o.span, jsonb_agg(o.event order by o.place) as events
                from once o
                group by o.span),
            changed as (
                update app.span s
                set events = s.events || a.events, mapping_version = 0
                from additions a
                where s.id = a.span and jsonb_array_length(s.events) + jsonb_array_length(a.events) <= :maxEvents
                  and octet_length(cast(s.events as text)) + octet_length(cast(a.events as text)) <= :maxBytes
                returning s.trace_key)
            select distinct encode(t.trace_id, 'hex')
            from app.trace t
            join changed c on c.trace_key = t.id
            """;

    private final JdbcClient database;

    SpanEventQueries(JdbcClient database) {
        this.database = database;
    }

    void deleteExpired() {
        database.sql(DELETE_EXPIRED).update();
    }

    void add(UUID project, List<SpanEvent> events) {
        database.sql(ADD)
                .param("projectId", project)
                .param("ids", events.stream().map(event -> BaseEntity.newId()).toArray(UUID[]::new))
                .param("traceIds", events.stream().map(SpanEvent::traceId).toArray(String[]::new))
                .param("spanIds", events.stream().map(SpanEvent::spanId).toArray(String[]::new))
                .param(
                        "events",
                        events.stream().map(event -> event.event().toString()).toArray(String[]::new))
                .update();
    }

    /// Finds the rows of the traces that there are and that events wait for.
    List<UUID> findTraces(UUID project, Collection<String> traceIds) {
        return database.sql(FIND_TRACES)
                .param("projectId", project)
                .param("traceIds", traceIds.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    List<UUID> lock(List<UUID> traces) {
        return database.sql(LOCK)
                .param("ids", traces.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /// Puts the events that wait into the spans of traces, and returns the ids of the traces that have
    /// changed.
    List<String> move(List<UUID> traces) {
        return database.sql(MOVE)
                .param("ids", traces.toArray(UUID[]::new))
                .param("maxEvents", MAX_EVENTS)
                .param("maxBytes", MAX_BYTES)
                .query(String.class)
                .list();
    }
}
