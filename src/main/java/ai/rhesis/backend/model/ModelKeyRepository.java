package ai.rhesis.backend.model;

import ai.rhesis.backend.secrets.EncryptedColumn;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored keys of models, for their move to another key of the ring.
@Repository
class ModelKeyRepository implements EncryptedColumn {

    private final JdbcClient database;

    ModelKeyRepository(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "model.encrypted_key";
    }

    @Override
    public List<Row> notUnder(String keyId, UUID after, int limit) {
        return database.sql("""
                select id, encrypted_key
                from app.model
                where encrypted_key is not null and not starts_with(encrypted_key, ? || ':') and id > ?
                order by id
                limit ?
                """)
                .params(keyId, after, limit)
                .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("encrypted_key")))
                .list();
    }

    @Override
    public int replace(UUID id, String old, String replacement) {
        return database.sql("update app.model set encrypted_key = ? where id = ? and encrypted_key = ?")
                .params(replacement, id, old)
                .update();
    }
}
