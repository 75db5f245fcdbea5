package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// A tag as it is named on the object that carries it.
public record TagReference(
        UUID id, String nanoId, String name, @Nullable String iconUnicode) {

    /// The column of the living tags of a row `t` whose type is `:type`, by their names.
    ///
    /// Tags are joined from outside, so that PostgreSQL begins with the object: a search that begins with the tags
    /// reads everything that carries them.
    public static final String LIST = """
            (select json_agg(
                        json_build_object(
                            'id', g.id, 'nano_id', g.nano_id, 'name', g.name, 'icon_unicode', g.icon_unicode)
                        order by g.name_key)
                    filter (where g.id is not null)
             from app.tagged_item i
             left join app.tag g on g.id = i.tag_id and g.deleted_at is null
             where i.entity_type = :type and i.entity_id = t.id)
            """;

    private static final TypeReference<List<TagReference>> TAGS = new TypeReference<>() {};

    /// Reads the column [#LIST].
    public static List<TagReference> listOf(ColumnReader row) throws SQLException {
        return Objects.requireNonNullElse(row.jsonOrNull(TAGS), List.of());
    }
}
