package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The counting of comments, tasks and files.
@Repository
class CountQueries {

    /// The counts of one object. For an array, whose length PostgreSQL doesn't know beforehand, the query would be
    /// planned anew at each call.
    private static final String OF_ONE = "select " + Counts.COLUMNS + "from (select cast(:id as uuid)) as t (id)";

    private static final String OF_MANY =
            "select t.id, " + Counts.COLUMNS + "from unnest(cast(:ids as uuid[])) as t (id)";

    private final JdbcClient database;
    private final JsonMapper json;

    CountQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Counts find(String type, UUID id) {
        return database.sql(OF_ONE)
                .param("type", type)
                .param("id", id)
                .query((row, number) -> Counts.of(new ColumnReader(row, json)))
                .single();
    }

    Map<UUID, Counts> find(String type, Collection<UUID> ids) {
        Map<UUID, Counts> found = new HashMap<>();
        database.sql(OF_MANY)
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    ColumnReader columns = new ColumnReader(row, json);
                    found.put(columns.uuid(), Counts.of(columns));
                });
        return found;
    }
}
