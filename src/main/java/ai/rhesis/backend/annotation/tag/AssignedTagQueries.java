package ai.rhesis.backend.annotation.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tags of one object, which every read of one needs. SQL, because Hibernate translates HQL anew at each call
/// while a filter is enabled, and that of the living always is.
@Repository
class AssignedTagQueries {

    /// An outer join, so that PostgreSQL begins with the object: a search that begins with the tags reads everything
    /// that carries them.
    private static final String FIND = """
            select t.id, t.nano_id, t.name, t.icon_unicode
            from app.tagged_item i
            left join app.tag t on t.id = i.tag_id and t.deleted_at is null
            where i.entity_type = :type and i.entity_id = :entityId
            order by t.name_key
            """;

    private final JdbcClient database;

    AssignedTagQueries(JdbcClient database) {
        this.database = database;
    }

    List<TagReference> find(String type, UUID entityId) {
        List<TagReference> found = new ArrayList<>();
        database.sql(FIND).param("type", type).param("entityId", entityId).query(row -> {
            UUID id = row.getObject("id", UUID.class);
            if (id != null) {
                found.add(new TagReference(
                        id, row.getString("nano_id"), row.getString("name"), row.getString("icon_unicode")));
            }
        });
        return found;
    }
}
