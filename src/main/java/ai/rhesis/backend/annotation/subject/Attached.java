package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;

/// The tags and counts of one object.
public record Attached(List<TagReference> tags, Counts counts) {

    public static final Attached NOTHING = new Attached(List.of(), Counts.NONE);

    /// The columns that make the tags and counts of a row `t` whose type is `:type`.
    ///
    /// Tags are joined from outside, so that PostgreSQL begins with the object: a search that begins with the tags
    /// reads everything that carries them.
    public static final String COLUMNS = """
            (select json_agg(
                        json_build_object(
                            'id', g.id, 'nano_id', g.nano_id, 'name', g.name, 'icon_unicode', g.icon_unicode)
                        order by g.name_key)
                    filter (where g.id is not null)
             from app.tagged_item i
             left join app.tag g on g.id = i.tag_id and g.deleted_at is null
             where i.entity_type = :type and i.entity_id = t.id),
            """ + Counts.COLUMNS;

    private static final TypeReference<List<TagReference>> TAGS = new TypeReference<>() {};

    /// Reads what a statement with [#COLUMNS] found.
    public static Attached of(ColumnReader row) throws SQLException {
        return new Attached(Objects.requireNonNullElse(row.jsonOrNull(TAGS), List.of()), Counts.of(row));
    }
}
