package ai.rhesis.backend.portal.notification;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rows of notifications. The row policies show a user their own, so that no statement here says whose they are.
@Repository
class NotificationQueries {

    private static final String UNREAD = """
            with mine as (
                select section, item_count, entity_id, payload
                from app.notification
                where user_id = app.current_user_id() and read_at is null)
            select m.section, sum(m.item_count) as unread,
                   (select (array_agg(distinct e.id))[1:500]
                    from mine n
                    cross join lateral (
                        select n.entity_id as id
                        union all
                        select cast(i.value as uuid)
                        from jsonb_array_elements_text(coalesce(n.payload -> 'entity_ids', '[]')) i) e
                    where n.section = m.section and e.id is not null) as entity_ids
            from mine m
            group by m.section
            """;
    private static final String COLUMNS = """
            select id, event_type, section, title, body, is_failure, entity_type, entity_id, item_count, payload,
                   read_at, created_at, project_id
            from app.notification
            """;
    private static final String LIST = COLUMNS + """
            where user_id = app.current_user_id()
              and (cast(:section as text) is null or section = :section)
              and (not :unreadOnly or read_at is null)
            order by created_at desc, id desc
            limit :limit offset :skip
            """;
    private static final String FIND = COLUMNS + """
            where id = :id
            """;
    private static final String SINCE = COLUMNS + """
            where user_id = app.current_user_id() and created_at >= :moment
            order by created_at, id
            limit 200
            """;
    private static final String READ = """
            update app.notification
            set read_at = now()
            where user_id = app.current_user_id() and read_at is null
              and (cast(:section as text) is null or section = :section)
              and (cast(:ids as uuid[]) is null or id = any(cast(:ids as uuid[])))
            """;
    private static final String FORGET = """
            delete from app.notification
            where user_id = app.current_user_id() and created_at < now() - interval '90 days'
            """;
    private final JdbcClient database;
    private final JsonMapper json;

    NotificationQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<String, UnreadView> unread() {
        return database
                .sql(UNREAD)
                .query((row, number) -> Map.entry(row.getString("section"), unread(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UnreadView unread(ResultSet row) throws SQLException {
        Array ids = row.getArray("entity_ids");
        List<UUID> entities = ids == null ? List.of() : Arrays.asList((UUID[]) ids.getArray());
        return new UnreadView(row.getLong("unread"), entities);
    }

    List<NotificationView> list(@Nullable String section, boolean unreadOnly, int skip, int limit) {
        return database.sql(LIST)
                .param("section", section)
                .param("unreadOnly", unreadOnly)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> notification(row))
                .list();
    }

    List<NotificationView> find(UUID id) {
        return database.sql(FIND)
                .param("id", id)
                .query((row, number) -> notification(row))
                .list();
    }

    List<NotificationView> since(Instant moment) {
        return database.sql(SINCE)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> notification(row))
                .list();
    }

    int read(ReadRequest request) {
        UUID[] ids = request.notificationIds() == null
                ? null
                : request.notificationIds().toArray(UUID[]::new);
        return database.sql(READ)
                .param("section", request.section())
                .param("ids", ids)
                .update();
    }

    void forgetOld() {
        database.sql(FORGET).update();
    }

    private NotificationView notification(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return new NotificationView(
                row.getObject("id", UUID.class),
                row.getString("event_type"),
                row.getString("section"),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("is_failure"),
                row.getString("entity_type"),
                row.getObject("entity_id", UUID.class),
                row.getInt("item_count"),
                payload == null ? null : json.readValue(payload, JsonNode.class),
                Times.orNull(row, "read_at"),
                Times.of(row, "created_at"),
                row.getObject("project_id", UUID.class));
    }
}
