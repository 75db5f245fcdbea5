package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tags and counts of objects.
///
/// The statement is SQL because Hibernate translates HQL anew at each call while a filter is enabled, and that of
/// the tenant always is.
@Repository
class AttachmentQueries {

    private static final String OF_ONE =
            "select t.id, " + Attached.COLUMNS + "from (select cast(:id as uuid)) as t (id)";
    private static final String OF_MANY =
            "select t.id, " + Attached.COLUMNS + "from unnest(cast(:ids as uuid[])) as t (id)";

    private final JdbcClient database;
    private final JsonMapper json;

    AttachmentQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Attached find(String type, UUID id) {
        return database.sql(OF_ONE)
                .param("type", type)
                .param("id", id)
                .query((row, number) -> {
                    ColumnReader columns = new ColumnReader(row, json);
                    columns.uuid();
                    return Attached.of(columns);
                })
                .single();
    }

    Map<UUID, Attached> find(String type, Collection<UUID> ids) {
        Map<UUID, Attached> found = new HashMap<>();
        database.sql(OF_MANY)
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    ColumnReader columns = new ColumnReader(row, json);
                    found.put(columns.uuid(), Attached.of(columns));
                });
        return found;
    }
}
