package ai.rhesis.backend.platform.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The columns of one row, read one after the other in the order in which a statement names them.
public final class ColumnReader {

    private final ResultSet row;
    private final JsonMapper json;
    private int column;
    private long charactersOfJson;

    public ColumnReader(ResultSet row, JsonMapper json) {
        this.row = row;
        this.json = json;
    }

    public UUID uuid() throws SQLException {
        return Objects.requireNonNull(uuidOrNull());
    }

    public @Nullable UUID uuidOrNull() throws SQLException {
        return row.getObject(++column, UUID.class);
    }

    public String text() throws SQLException {
        return Objects.requireNonNull(textOrNull());
    }

    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    public @Nullable Integer numberOrNull() throws SQLException {
        int value = row.getInt(++column);
        return row.wasNull() ? null : value;
    }

    public @Nullable Long countOrNull() throws SQLException {
        long value = row.getLong(++column);
        return row.wasNull() ? null : value;
    }

    public long count() throws SQLException {
        return row.getLong(++column);
    }

    public Instant instant() throws SQLException {
        return Objects.requireNonNull(instantOrNull());
    }

    public @Nullable Instant instantOrNull() throws SQLException {
        OffsetDateTime time = row.getObject(++column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public <T> T json(Class<T> type) throws SQLException {
        return Objects.requireNonNull(jsonOrNull(type));
    }

    public <T> @Nullable T jsonOrNull(Class<T> type) throws SQLException {
        String text = jsonText();
        return text == null ? null : json.readValue(text, type);
    }

    public <T> @Nullable T jsonOrNull(TypeReference<T> type) throws SQLException {
        String text = jsonText();
        return text == null ? null : json.readValue(text, type);
    }

    private @Nullable String jsonText() throws SQLException {
        String text = textOrNull();
        charactersOfJson += text == null ? 0 : text.length();
        return text;
    }

    /// Returns the length of all JSON that was read of the row.
    public long charactersOfJson() {
        return charactersOfJson;
    }

    /// Reads what an outer join found, of so many columns; null where the first of them is, and so all are.
    public <T> @Nullable T joined(int columns, Reading<T> reading) throws SQLException {
        if (row.getObject(column + 1) == null) {
            column += columns;
            return null;
        }
        return reading.of(this);
    }

    /// The reading of an object from the next columns.
    @FunctionalInterface
    public interface Reading<T> {

        T of(ColumnReader row) throws SQLException;
    }
}
