package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;

/// The numbers of living comments, tasks and files about an object.
public record Counts(long comments, long tasks, long files) {

    public static final Counts NONE = new Counts(0, 0, 0);

    /// The columns that make the counts of a row `t` whose type is `:type`.
    static final String COLUMNS = """
            (select count(*) from app.comment a
             where a.entity_type = :type and a.entity_id = t.id and a.deleted_at is null),
            (select count(*) from app.task a
             where a.entity_type = :type and a.entity_id = t.id and a.deleted_at is null),
            (select count(*) from app.file a
             where a.entity_type = :type and a.entity_id = t.id and a.deleted_at is null)
            """;

    static Counts of(ColumnReader row) throws SQLException {
        return new Counts(row.count(), row.count(), row.count());
    }
}
