package ai.rhesis.backend.trace.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.run.review.Review.Reviewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tags and comments of the spans of one trace.
@Repository
class SpanAnnotationQueries {

    private static final String TAGS = """
            select i.span_id, g.id, g.nano_id, g.name, g.icon_unicode
            from app.span s
            join app.tagged_item i on i.span_id = s.id
            join app.tag g on g.id = i.tag_id and g.deleted_at is null
            where s.trace_key = :key and i.span_id is not null
            order by g.name_key
            """;
    private static final String COMMENTS = """
            select c.span_id, c.id, c.content, c.created_at, c.user_id, coalesce(m.name, m.email) as user_name
            from app.span s
            join app.comment c on c.span_id = s.id and c.deleted_at is null
            join app.membership m on m.user_id = c.user_id
            where s.trace_key = :key and c.span_id is not null
            order by c.created_at, c.id
            """;

    private final JdbcClient database;

    SpanAnnotationQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds the tags by the id of the span.
    Map<UUID, List<TagReference>> tags(UUID traceKey) {
        return grouped(
                TAGS,
                traceKey,
                row -> new TagReference(
                        row.getObject("id", UUID.class),
                        row.getString("nano_id"),
                        row.getString("name"),
                        row.getString("icon_unicode")));
    }

    /// Finds the comments by the id of the span, the oldest first.
    Map<UUID, List<SpanCommentResponse>> comments(UUID traceKey) {
        return grouped(
                COMMENTS,
                traceKey,
                row -> new SpanCommentResponse(
                        row.getObject("id", UUID.class),
                        row.getString("content"),
                        new Reviewer(row.getObject("user_id", UUID.class), row.getString("user_name")),
                        Times.of(row, "created_at")));
    }

    private <T> Map<UUID, List<T>> grouped(String sql, UUID traceKey, Reading<T> reading) {
        return database
                .sql(sql)
                .param("key", traceKey)
                .query((row, number) -> Map.entry(row.getObject("span_id", UUID.class), reading.of(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
