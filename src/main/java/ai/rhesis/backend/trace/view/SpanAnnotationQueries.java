package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.persistence.ColumnReader;
import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.run.review.Review.Reviewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tags and comments of the spans of one trace.
@Repository
class SpanAnnotationQueries {

    private static final String TAGS = "select t.id, " + TagReference.LIST + """
            from (select distinct i.span_id as id
                  from app.span s
                  join app.tagged_item i on i.span_id = s.id
                  where s.trace_key = :key and i.span_id is not null) t
            """;
    private static final String COMMENTS = """
            select c.span_id, c.id, c.content, c.created_at, c.user_id, coalesce(m.name, m.email) as user_name
            from app.span s
            join app.comment c on c.span_id = s.id and c.deleted_at is null
            join app.membership m on m.user_id = c.user_id
            where s.trace_key = :key and c.span_id is not null
            order by c.created_at, c.id
            """;

    /// The name that clients have for the type of spans.
    private static final String TYPE = "Trace";

    private final JdbcClient database;
    private final JsonMapper json;

    SpanAnnotationQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Finds the tags by the id of the span.
    Map<UUID, List<TagReference>> tags(UUID traceKey) {
        Map<UUID, List<TagReference>> found = new HashMap<>();
        database.sql(TAGS).param("type", TYPE).param("key", traceKey).query(row -> {
            ColumnReader columns = new ColumnReader(row, json);
            found.put(columns.uuid(), TagReference.listOf(columns));
        });
        return found;
    }

    /// Finds the comments by the id of the span, the oldest first.
    Map<UUID, List<SpanCommentView>> comments(UUID traceKey) {
        Map<UUID, List<SpanCommentView>> found = new HashMap<>();
        database.sql(COMMENTS).param("key", traceKey).query(row -> {
            found.computeIfAbsent(row.getObject("span_id", UUID.class), span -> new ArrayList<>())
                    .add(comment(row));
        });
        return found;
    }

    private static SpanCommentView comment(ResultSet row) throws SQLException {
        return new SpanCommentView(
                row.getObject("id", UUID.class),
                row.getString("content"),
                new Reviewer(row.getObject("user_id", UUID.class), row.getString("user_name")),
                Times.of(row, "created_at"));
    }
}
