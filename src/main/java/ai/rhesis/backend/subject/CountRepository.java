package ai.rhesis.backend.subject;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CountRepository {

    private static final String COUNTS = """
            select s.id,
                   (select count(*) from app.comment c
                    where c.entity_type = :type and c.entity_id = s.id and c.deleted_at is null) as comments,
                   (select count(*) from app.task t
                    where t.entity_type = :type and t.entity_id = s.id and t.deleted_at is null) as tasks,
                   (select count(*) from app.file f
                    where f.entity_type = :type and f.entity_id = s.id and f.deleted_at is null) as files
            from unnest(cast(:ids as uuid[])) as s (id)
            """;

    private final JdbcClient database;

    CountRepository(JdbcClient database) {
        this.database = database;
    }

    Map<UUID, Counts> find(String type, Collection<UUID> ids) {
        Map<UUID, Counts> found = new HashMap<>();
        database.sql(COUNTS)
                .param("type", type)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            new Counts(row.getLong("comments"), row.getLong("tasks"), row.getLong("files")));
                });
        return found;
    }
}
