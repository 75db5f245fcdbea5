package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import java.util.List;

/// The tags and counts of one object.
public record Attached(List<TagReference> tags, Counts counts) {

    public static final Attached NOTHING = new Attached(List.of(), Counts.NONE);

    /// The columns that make the tags and counts of a row `t` whose type is `:type`.
    public static final String COLUMNS = TagReference.LIST + ", " + Counts.COLUMNS;

    /// Reads what a statement with [#COLUMNS] found.
    public static Attached of(ColumnReader row) throws SQLException {
        return new Attached(TagReference.listOf(row), Counts.of(row));
    }
}
