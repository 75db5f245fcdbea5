package ai.rhesis.backend.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The columns of one row, read one after the other in the order in which a statement names them; null where the row
/// has nothing.
public final class ColumnReader {

    private final ResultSet row;
    private final JsonMapper json;
    private int column;

    public ColumnReader(ResultSet row, JsonMapper json) {
        this.row = row;
        this.json = json;
    }

    public UUID uuid() throws SQLException {
        return row.getObject(++column, UUID.class);
    }

    public String text() throws SQLException {
        return row.getString(++column);
    }

    public @Nullable Integer number() throws SQLException {
        int value = row.getInt(++column);
        return row.wasNull() ? null : value;
    }

    public long count() throws SQLException {
        return row.getLong(++column);
    }

    public @Nullable Instant instantOrNull() throws SQLException {
        Timestamp time = row.getTimestamp(++column);
        return time == null ? null : time.toInstant();
    }

    public Instant instant() throws SQLException {
        return row.getTimestamp(++column).toInstant();
    }

    public <T> @Nullable T json(Class<T> type) throws SQLException {
        String text = text();
        return text == null ? null : json.readValue(text, type);
    }

    public <T> @Nullable T json(TypeReference<T> type) throws SQLException {
        String text = text();
        return text == null ? null : json.readValue(text, type);
    }
}
