package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An object that a trace belongs to, as it is named beside it.
record TraceReference(UUID id, String nanoId, @Nullable String name) {

    /// The number of columns that make one.
    static final int COLUMNS = 3;

    static TraceReference of(ColumnReader row) throws SQLException {
        return new TraceReference(row.uuid(), row.text(), row.textOrNull());
    }
}
