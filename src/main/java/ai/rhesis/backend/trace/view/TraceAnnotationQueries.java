package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.trace.view.TraceSummaryView.AnnotationCounts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tags and comments of traces: of all their spans.
@Repository
class TraceAnnotationQueries {

    private static final String COUNTS = """
            select trace_key, sum(tags) as tags, sum(comments) as comments
            from (select s.trace_key, 1 as tags, 0 as comments
                  from app.tagged_item i
                  join app.tag g on g.id = i.tag_id and g.deleted_at is null
                  join app.span s on s.id = i.span_id
                  where i.entity_type = 'Trace' and i.span_id is not null and s.trace_key = any(cast(:keys as uuid[]))
                  union all
                  select s.trace_key, 0, 1
                  from app.comment c
                  join app.span s on s.id = c.span_id
                  where c.entity_type = 'Trace' and c.span_id is not null and c.deleted_at is null
                    and s.trace_key = any(cast(:keys as uuid[]))) a
            group by trace_key
            """;

    private final JdbcClient database;

    TraceAnnotationQueries(JdbcClient database) {
        this.database = database;
    }

    /// Counts what the traces of a page carry, by their rows; those that carry nothing are left out.
    Map<UUID, AnnotationCounts> counts(Collection<UUID> keys) {
        Map<UUID, AnnotationCounts> counts = new HashMap<>();
        database.sql(COUNTS).param("keys", keys.toArray(UUID[]::new)).query(row -> {
            counts.put(
                    row.getObject("trace_key", UUID.class),
                    new AnnotationCounts(row.getLong("tags"), row.getLong("comments")));
        });
        return counts;
    }
}
