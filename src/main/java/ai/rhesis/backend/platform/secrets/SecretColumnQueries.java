package ai.rhesis.backend.platform.secrets;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The repository of encrypted columns, each by two constant statements of its feature.
@Repository
public class SecretColumnQueries {

    private final JdbcClient database;

    SecretColumnQueries(JdbcClient database) {
        this.database = database;
    }

    /// @param notUnder takes a key id, the id of a row and a limit, and returns `id` and `ciphertext`
    /// @param replace takes the new ciphertext, the id of the row and the old ciphertext
    public EncryptedColumn column(String name, String notUnder, String replace) {
        return new ColumnQueries(database, name, notUnder, replace);
    }

    record ColumnQueries(JdbcClient database, String name, String select, String update) implements EncryptedColumn {

        @Override
        public List<Row> notUnder(String keyId, UUID after, int limit) {
            return database.sql(select)
                    .params(keyId, after, limit)
                    .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("ciphertext")))
                    .list();
        }

        @Override
        public int replace(UUID id, String old, String replacement) {
            return database.sql(update).params(replacement, id, old).update();
        }
    }
}
