package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
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

    private static final Part<Counts> COUNTS = Part.of(Counts.COLUMNS, Counts::of);
    private static final Part<Attached> ATTACHED = Part.of(Attached.COLUMNS, Attached::of);

    private final JdbcClient database;
    private final JsonMapper json;

    SubjectQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Counts counts(String type, UUID id) {
        return find(COUNTS, type, id);
    }

    Map<UUID, Counts> counts(String type, Collection<UUID> ids) {
        return find(COUNTS, type, ids);
    }

    Attached attached(String type, UUID id) {
        return find(ATTACHED, type, id);
    }

    Map<UUID, Attached> attached(String type, Collection<UUID> ids) {
        return find(ATTACHED, type, ids);
    }

    private <T> T find(Part<T> part, String type, UUID id) {
        return database.sql(part.ofOne())
                .param("type", type)
                .param("id", id)
                .query((row, number) -> part.reading().of(new ColumnReader(row, json)))
                .single();
    }

    private <T> Map<UUID, T> find(Part<T> part, String type, Collection<UUID> ids) {
        Map<UUID, T> found = new HashMap<>();
        database.sql(part.ofMany())
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    ColumnReader columns = new ColumnReader(row, json);
                    found.put(columns.uuid(), part.reading().of(columns));
                });
        return found;
    }

    /// A part of objects `t` that is read by itself. For an array, whose length PostgreSQL doesn't know beforehand, a
    /// statement would be planned anew at each call; so one object has its own.
    private record Part<T>(String ofOne, String ofMany, Reading<T> reading) {

        static <T> Part<T> of(String columns, Reading<T> reading) {
            return new Part<>(
                    "select " + columns + "from (select cast(:id as uuid)) as t (id)",
                    "select t.id, " + columns + "from unnest(cast(:ids as uuid[])) as t (id)",
                    reading);
        }
    }

    /// The reading of a part from its columns.
    private interface Reading<T> {

        T of(ColumnReader row) throws SQLException;
    }
}
