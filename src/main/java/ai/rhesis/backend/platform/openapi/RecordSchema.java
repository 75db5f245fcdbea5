package ai.rhesis.backend.platform.openapi;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names the properties of a record's schema as its JSON does, and says which may be null, which must be there, and
/// what the others are when they are absent: the record itself knows.
class RecordSchema {

    private final Class<?> type;
    private final Schema<?> model;
    private final Map<String, Schema> properties = new LinkedHashMap<>();

    RecordSchema(Class<?> type, Schema<?> model) {
        this.type = type;
        this.model = model;
        model.getProperties().forEach((name, property) -> properties.put(JsonName.of(name), property));
        Arrays.stream(type.getRecordComponents())
                .filter(RecordSchema::takesOtherKeys)
                .forEach(component -> properties.remove(name(component)));
    }

    void complete() {
        Map<String, Object> defaults = RecordDefaults.of(type);
        List<RecordComponent> components = components(type).toList();
        components.stream()
                .filter(RecordSchema::isNullable)
                .forEach(component -> properties.computeIfPresent(name(component), (name, one) -> orNull(one)));
        properties.values().forEach(RecordSchema::dropForeignPattern);
        defaults.forEach((name, value) -> describeDefault(properties.get(JsonName.of(name)), value));
        model.setProperties(properties);
        model.setRequired(components.stream()
                .filter(component -> isRequired(component) && !defaults.containsKey(component.getName()))
                .map(RecordSchema::name)
                .filter(properties::containsKey)
                .toList());
    }

    /// The components, those of an unwrapped one in its place.
    private Stream<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> !properties.containsKey(name(component))
                                && component.getType().isRecord()
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private boolean isRequired(RecordComponent component) {
        boolean absentIsZero =
                component.getType().isPrimitive() && type.getSimpleName().endsWith("Request");
        return !isNullable(component) && !absentIsZero;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean takesOtherKeys(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonAnySetter.class);
    }

    private static String name(RecordComponent component) {
        return JsonName.of(component.getName());
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getAnyOf() != null) {
            return schema;
        }
        if (schema.get$ref() == null && schema.getEnum() == null && schema.getTypes() != null) {
            schema.addType("null");
            return schema;
        }
        Schema<?> none = new JsonSchema();
        none.addType("null");
        return new JsonSchema().anyOf(List.of(schema, none));
    }

    /// Java's own flags of patterns mean nothing to other readers of JSON Schema.
    private static void dropForeignPattern(Schema<?> property) {
        if (property.getPattern() != null && property.getPattern().startsWith("(?")) {
            property.setPattern(null);
        }
    }

    private static void describeDefault(@Nullable Schema<?> property, Object value) {
        if (property != null && (value instanceof String || value instanceof Number || value instanceof Boolean)) {
            property.setDefault(value);
        }
    }
}
