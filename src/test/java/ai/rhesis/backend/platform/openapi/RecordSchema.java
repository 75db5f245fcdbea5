package ai.rhesis.backend.platform.openapi;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The schema of a record: its properties under their JSON names, with their allowed values, which of them may be null,
/// which are required, and the defaults of the others.
class RecordSchema {

    private static final Pattern ALTERNATIVES =
            Pattern.compile("[^()\\[\\]{}*+?.^$\\\\|]+([|][^()\\[\\]{}*+?.^$\\\\|]+)+");

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
        Map<String, Object> defaults = new LinkedHashMap<>(RecordDefaults.of(type));
        List<RecordComponent> components = components(type).toList();
        properties.values().forEach(RecordSchema::listAlternatives);
        components.stream()
                .filter(RecordSchema::isNullable)
                .forEach(component -> properties.computeIfPresent(name(component), (name, one) -> orNull(one)));
        components.stream()
                .filter(RecordSchema::holdsNulls)
                .forEach(component -> properties.computeIfPresent(name(component), (name, map) -> ofNullable(map)));
        properties.values().forEach(RecordSchema::dropForeignPattern);
        defaults.entrySet().removeIf(one -> !isAllowed(properties.get(JsonName.of(one.getKey())), one.getValue()));
        defaults.forEach((name, value) -> describeDefault(properties.get(JsonName.of(name)), value));
        model.setProperties(properties);
        model.setRequired(components.stream()
                .filter(component -> isRequired(component) && !defaults.containsKey(component.getName()))
                .map(RecordSchema::name)
                .filter(properties::containsKey)
                .toList());
    }

    /// Answers the components, those of an unwrapped one in its place.
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
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(NotNull.class);
    }

    private static boolean holdsNulls(RecordComponent component) {
        return component.getType() == Map.class
                && component.getAnnotatedType() instanceof AnnotatedParameterizedType map
                && map.getAnnotatedActualTypeArguments()[1].isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> ofNullable(Schema<?> map) {
        if (map.getAdditionalProperties() instanceof Schema<?> value) {
            map.setAdditionalProperties(orNull(value));
        }
        return map;
    }

    private static boolean takesOtherKeys(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonAnySetter.class);
    }

    private static String name(RecordComponent component) {
        return JsonName.of(component);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.getAnyOf() != null || isFree(schema)) {
            return schema;
        }
        // generators of clients know a map or null, and an enumeration or null, by this form alone
        boolean isMap = schema.getAdditionalProperties() != null;
        if (schema.get$ref() == null && schema.getEnum() == null && schema.getTypes() != null && !isMap) {
            schema.addType("null");
            return schema;
        }
        Schema<?> none = new JsonSchema();
        none.addType("null");
        return new JsonSchema().anyOf(List.of(schema, none));
    }

    private static boolean isFree(Schema<?> schema) {
        return schema.get$ref() == null && schema.getTypes() == null && schema.getType() == null;
    }

    /// Turns a pattern that is a list of alternatives into an enumeration.
    private static void listAlternatives(Schema<?> property) {
        if (property.getItems() != null) {
            listAlternatives(property.getItems());
        }
        if (property.getPattern() != null
                && ALTERNATIVES.matcher(property.getPattern()).matches()) {
            enumerate(property, List.of(property.getPattern().split("[|]")));
            property.setPattern(null);
        }
    }

    @SuppressWarnings("unchecked")
    private static void enumerate(Schema<?> property, List<String> values) {
        ((Schema<String>) property).setEnum(values);
    }

    /// Drops patterns with Java's own flags, which mean nothing to other readers of JSON Schema.
    private static void dropForeignPattern(Schema<?> property) {
        if (property.getPattern() != null && property.getPattern().startsWith("(?")) {
            property.setPattern(null);
        }
    }

    /// Tells whether a default may be sent; else the client must send another value.
    private static boolean isAllowed(@Nullable Schema<?> property, Object value) {
        return property == null
                || property.getEnum() == null
                || !(value instanceof String)
                || property.getEnum().contains(value);
    }

    private static void describeDefault(@Nullable Schema<?> property, Object value) {
        boolean isPlain = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (property != null && isPlain) {
            property.setDefault(value);
        }
    }
}
