package ai.rhesis.backend.trace.event;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The move of events that wait into the rows of their spans.
@Repository
class EventMoveQueries {

    /// The events of a span, and their bytes. What comes later is counted in an attribute of the span, and left out.
    private static final int MAX_EVENTS = 1_000;

    private static final int MAX_BYTES = 2_000_000;

    private static final String AWAITED = """
            select t.id, count(*) as events, sum(e.characters) as characters
            from app.span_event e
            join app.trace t on t.organization_id = e.organization_id and t.project_id = e.project_id
                                and t.trace_id = e.trace_id
            join app.span s on s.organization_id = t.organization_id and s.trace_key = t.id and s.span_id = e.span_id
            where e.project_id = :projectId
              and e.trace_id in (select decode(n.id, 'hex') from unnest(cast(:traceIds as text[])) as n (id))
            group by t.id, t.trace_id
            order by t.trace_id
            """;

    private static final String LOCK = """
            select t.id
            from app.trace t
            where t.id = any(cast(:ids as uuid[]))
            order by t.project_id, t.trace_id
            for update
            """;

    /// An event that the span has already came twice, for its sender heard no answer. Events are put together
    /// with those of the span and grouped, which takes as many steps as there are events, whatever the planner
    /// thinks of them.
    private static final String MOVE = """
            with moved as (
                delete from app.span_event e
                using app.trace t, app.span s
                where t.id = any(cast(:ids as uuid[])) and e.project_id = t.project_id and e.trace_id = t.trace_id
                  and s.trace_key = t.id and s.span_id = e.span_id
                returning s.id as span, cast(e.id as text) as place, e.event),
            spans as materialized (
                select s.id, s.events, s.mapping_version, jsonb_array_length(s.events) as number,
                       octet_length(cast(s.events as text)) as bytes
                from app.span s
                where s.id in (select m.span from moved m)),
            fresh as (
                select a.span, a.event, min(a.place) as place
                from (select m.span, m.event, m.place
                      from moved m
                      union all
                      select s.id, k.event, null
                      from spans s
                      cross join lateral jsonb_array_elements(s.events) as k (event)) a
                group by a.span, a.event
                having count(*) = count(a.place)),
            counted as (
                select f.span, f.event, f.place,
                       s.number + count(*) over w <= :maxEvents
                       and s.bytes + sum(octet_length(cast(f.event as text)) + 2) over w <= :maxBytes as is_kept
                from fresh f
                join spans s on s.id = f.span
                window w as (partition by f.span order by f.place)),
            additions as (
                select c.span, coalesce(jsonb_agg(c.event order by c.place) filter (where c.is_kept), '[]') as events,
                       count(*) filter (where not c.is_kept) as dropped
                from counted c
                group by c.span),
            changed as (
                update app.span s
                set events = s.events || a.events, mapping_version = 0,
                    attributes = case when a.dropped = 0 then s.attributes
                                      else s.attributes || jsonb_build_object(
                                          'otel.dropped_events_count',
                                          a.dropped + case jsonb_typeof(s.attributes -> 'otel.dropped_events_count')
                                                          when 'number'
                                                          then cast(s.attributes ->> 'otel.dropped_events_count' as numeric)
                                                          else 0 end) end
                from additions a
                where s.id = a.span
                returning s.id)
            select s.id
            from spans s
            left join changed c on c.id = s.id
            where c.id is not null or s.mapping_version = 0
            """;

    /// The version of spans that events were put into, until these are read with them.
    private static final String UNREAD = """
            select s.id
            from app.span s
            where s.mapping_version = 0
            limit 1000
            """;

    private final JdbcClient database;

    EventMoveQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds those of the traces that have spans which events wait for.
    List<Awaited> awaited(UUID project, Collection<String> traceIds) {
        return database.sql(AWAITED)
                .param("projectId", project)
                .param("traceIds", traceIds.toArray(String[]::new))
                .query((row, number) ->
                        new Awaited(row.getObject("id", UUID.class), row.getLong("events"), row.getLong("characters")))
                .list();
    }

    /// Finds some of the spans that were not read with the events that they got.
    List<UUID> unread() {
        return database.sql(UNREAD).query(UUID.class).list();
    }

    List<UUID> lock(List<UUID> traces) {
        return database.sql(LOCK)
                .param("ids", traces.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /// Puts the events that wait into the spans of traces.
    ///
    /// @return the ids of the spans that were read without them
    List<UUID> move(List<UUID> traces) {
        return database.sql(MOVE)
                .param("ids", traces.toArray(UUID[]::new))
                .param("maxEvents", MAX_EVENTS)
                .param("maxBytes", MAX_BYTES)
                .query(UUID.class)
                .list();
    }

    /// A trace with spans that events wait for.
    ///
    /// @param id of its row
    record Awaited(UUID id, long events, long characters) {

        private static final int MIN_CHARACTERS = SpanEventQueries.MAX_CHARACTERS / SpanEventQueries.MAX_WAITING;

        /// Returns the characters of the events, at least MIN_CHARACTERS for each.
        long weight() {
            return Math.max(characters, events * MIN_CHARACTERS);
        }
    }
}
