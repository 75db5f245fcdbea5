package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tags of objects. SQL, because Hibernate translates HQL anew at each call while a filter is enabled, and that of
/// the living always is.
@Repository
class AssignedTagQueries {

    private static final String FIND =
            "select t.id, " + TagReference.LIST + " from unnest(cast(:ids as uuid[])) as t (id)";

    private final JdbcClient database;
    private final JsonMapper json;

    AssignedTagQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Finds the tags of objects of one type, by the ids of the objects.
    Map<UUID, List<TagReference>> find(String type, Collection<UUID> ids) {
        Map<UUID, List<TagReference>> found = new HashMap<>();
        database.sql(FIND)
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    ColumnReader columns = new ColumnReader(row, json);
                    found.put(columns.uuid(), TagReference.listOf(columns));
                });
        return found;
    }
}
