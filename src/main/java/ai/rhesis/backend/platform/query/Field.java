package ai.rhesis.backend.platform.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.From;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A declared field of a resource: the name clients use, its type, and where it is stored.
///
/// @param key the attribute that holds the text in lower case, where there is one
/// @param reach from the object to the row that has the attribute
/// @param indexes what an index of the database serves; everything else reads the whole list
public record Field(
        String name,
        ValueType type,
        String attribute,
        @Nullable String key,
        Reach reach,
        boolean isLong,
        Set<Use> indexes) {

    /// The characters of a long text that decide its place in a list.
    static final int SORTED_LENGTH = 200;

    /// The purposes for which a list uses a field.
    public enum Use {
        FILTER,
        SORT
    }

    /// Creates a field for a text that fits on a line: 255 characters at most.
    public static Field text(String name) {
        return of(name, ValueType.TEXT);
    }

    /// Creates a field for a text of any length.
    public static Field longText(String name) {
        return new Field(name, ValueType.TEXT, attributeOf(name), null, Reach.itself(), true, Set.of());
    }

    public static Field uuid(String name) {
        return of(name, ValueType.UUID);
    }

    public static Field number(String name) {
        return of(name, ValueType.NUMBER);
    }

    public static Field decimal(String name) {
        return of(name, ValueType.DECIMAL);
    }

    public static Field bool(String name) {
        return of(name, ValueType.BOOLEAN);
    }

    public static Field timestamp(String name) {
        return of(name, ValueType.TIMESTAMP);
    }

    private static Field of(String name, ValueType type) {
        return new Field(name, type, attributeOf(name), null, Reach.itself(), false, Set.of());
    }

    /// Derives the attribute of a field: `status_id` is stored in `statusId`.
    static String attributeOf(String name) {
        StringBuilder attribute = new StringBuilder();
        for (String word : name.split("_")) {
            attribute.append(attribute.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return attribute.toString();
    }

    /// Returns this field, stored under another attribute.
    public Field in(String otherAttribute) {
        return new Field(name, type, otherAttribute, key, reach, isLong, indexes);
    }

    /// Returns this field, also stored in lower case in a generated column that has an index.
    public Field keyed(String keyAttribute) {
        return new Field(name, type, attribute, keyAttribute, reach, isLong, Set.of(Use.FILTER));
    }

    /// Returns this field, stored in another row.
    public Field through(Reach other) {
        return new Field(name, type, attribute, key, other, isLong, indexes);
    }

    public Field indexed() {
        return new Field(name, type, attribute, key, reach, isLong, Set.of(Use.FILTER));
    }

    Field unindexed() {
        return new Field(name, type, attribute, key, reach, isLong, Set.of());
    }

    /// Returns this field of another object, to be sorted by under the path that leads there.
    Field at(String path, Reach way) {
        return new Field(path, type, attribute, null, way.then(reach), isLong, Set.of());
    }

    Field indexedInOrder() {
        return new Field(name, type, attribute, key, reach, isLong, EnumSet.allOf(Use.class));
    }

    /// Returns the expression to sort by. For a long text that is its beginning, which is also all that a cursor
    /// carries.
    Expression<?> sortedBy(From<?, ?> row, CriteriaBuilder builder) {
        Expression<?> value = row.get(attribute);
        return isLong ? builder.function("left", String.class, value, builder.literal(SORTED_LENGTH)) : value;
    }
}
