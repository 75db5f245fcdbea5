package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages of sessions.
@Repository
class ArchitectMessageQueries {

    private static final String ADD = """
            insert into app.architect_message (id, session_id, role, content, attachments)
            values (:id, :sessionId, :role, :content, cast(:attachments as jsonb))
            """;
    private static final String LIST = """
            select m.id, m.session_id, m.role, m.content, m.attachments, m.created_at
            from app.architect_message m
            where m.session_id = :sessionId
            order by m.created_at, m.id
            offset :skip limit :limit
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    ArchitectMessageQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(UUID sessionId, String role, String content, @Nullable JsonNode attachments) {
        database.sql(ADD)
                .param("id", BaseEntity.newId())
                .param("sessionId", sessionId)
                .param("role", role)
                .param("content", content)
                .param("attachments", attachments == null ? null : attachments.toString())
                .update();
    }

    /// Reads a page of the messages of a session, the oldest first.
    List<ArchitectMessage> list(UUID sessionId, int skip, int limit) {
        return database.sql(LIST)
                .param("sessionId", sessionId)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> message(row))
                .list();
    }

    private ArchitectMessage message(ResultSet row) throws SQLException {
        String attachments = row.getString("attachments");
        return new ArchitectMessage(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("role"),
                row.getString("content"),
                attachments == null ? null : json.readTree(attachments),
                Times.of(row, "created_at"));
    }
}
