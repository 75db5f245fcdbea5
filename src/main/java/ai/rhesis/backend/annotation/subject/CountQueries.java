package ai.rhesis.backend.annotation.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The counting of comments, tasks and files.
@Repository
class CountQueries {

    private static final String COUNTS = """
            select s.id,
                   (select count(*) from app.comment c
                    where c.entity_type = :type and c.entity_id = s.id and c.deleted_at is null) as comments,
                   (select count(*) from app.task t
                    where t.entity_type = :type and t.entity_id = s.id and t.deleted_at is null) as tasks,
                   (select count(*) from app.file f
                    where f.entity_type = :type and f.entity_id = s.id and f.deleted_at is null) as files
            """;

    /// The source for one object. For an array, whose length PostgreSQL doesn't know beforehand, the query would be
    /// planned anew at each call.
    private static final String OF_ONE = COUNTS + "from (select cast(:id as uuid)) as s (id)";

    private static final String OF_MANY = COUNTS + "from unnest(cast(:ids as uuid[])) as s (id)";

    private final JdbcClient database;

    CountQueries(JdbcClient database) {
        this.database = database;
    }

    Counts find(String type, UUID id) {
        return database.sql(OF_ONE)
                .param("type", type)
                .param("id", id)
                .query((row, number) -> counts(row))
                .single();
    }

    Map<UUID, Counts> find(String type, Collection<UUID> ids) {
        Map<UUID, Counts> found = new HashMap<>();
        database.sql(OF_MANY)
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("id", UUID.class), counts(row));
                });
        return found;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong("comments"), row.getLong("tasks"), row.getLong("files"));
    }
}
