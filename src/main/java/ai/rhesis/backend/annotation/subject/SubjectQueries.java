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
/// The statements are SQL because Hibernate translates HQL anew at each call while a filter is enabled, and that of
/// the tenant always is.
@Repository
class SubjectQueries {

    private static final String OF_OBJECTS = "from unnest(cast(:ids as uuid[])) as t (id)";
    private static final String COUNTS = "select t.id, " + Counts.COLUMNS + OF_OBJECTS;
    private static final String ATTACHED = "select t.id, " + Attached.COLUMNS + OF_OBJECTS;

    private final JdbcClient database;
    private final JsonMapper json;

    SubjectQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<UUID, Counts> counts(String type, Collection<UUID> ids) {
        return find(COUNTS, Counts::of, type, ids);
    }

    Map<UUID, Attached> attached(String type, Collection<UUID> ids) {
        return find(ATTACHED, Attached::of, type, ids);
    }

    private <T> Map<UUID, T> find(
            String statement, ColumnReader.Reading<T> reading, String type, Collection<UUID> ids) {
        Map<UUID, T> found = new HashMap<>();
        database.sql(statement)
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    ColumnReader columns = new ColumnReader(row, json);
                    found.put(columns.uuid(), reading.of(columns));
                });
        return found;
    }
}
