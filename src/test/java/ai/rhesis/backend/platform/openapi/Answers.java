package ai.rhesis.backend.platform.openapi;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of answers: required is what is always there, be it null, and what a request enumerates, its answer
/// does.
final class Answers {

    private final ObjectNode document;
    private final RecordSchemas records;

    Answers(ObjectNode document, RecordSchemas records) {
        this.document = document;
        this.records = records;
    }

    void complete() {
        Set<String> sent = sent();
        Schemas.of(document).forEachEntry((name, schema) -> {
            Class<?> type = records.record(name);
            if (type != null && !sent.contains(name) && schema.has("properties")) {
                require((ObjectNode) schema, omitted(type));
                enumerate(schema, Schemas.of(document).path(name.replaceFirst("Response$", "Request")));
            }
        });
    }

    private Set<String> sent() {
        Set<String> sent = new LinkedHashSet<>();
        Schemas.forEachOperation(
                document,
                (route, operation) -> sent.addAll(Schemas.reachable(document, operation.path("requestBody"))));
        return sent;
    }

    private static void require(ObjectNode schema, Set<String> omitted) {
        Set<String> required = new TreeSet<>(schema.path("properties").propertyNames());
        required.removeAll(omitted);
        ArrayNode names = schema.putArray("required");
        required.forEach(names::add);
    }

    private static Set<String> omitted(Class<?> type) {
        Set<String> omitted = new LinkedHashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                omitted.addAll(omittedOfPart(component));
            } else if (canBeLeftOut(own == null ? type.getAnnotation(JsonInclude.class) : own)) {
                omitted.add(JsonName.of(component));
            }
        }
        return omitted;
    }

    /// Answers what may be missing of a record whose keys stand among those of another: all of it, if it may be null.
    private static Set<String> omittedOfPart(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                ? names(part.getType()).collect(toSet())
                : omitted(part.getType());
    }

    private static Stream<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? Stream.concat(Stream.of(JsonName.of(component)), names(component.getType()))
                        : Stream.of(JsonName.of(component)));
    }

    private static boolean canBeLeftOut(@Nullable JsonInclude included) {
        return included != null && included.value() != JsonInclude.Include.ALWAYS;
    }

    private static void enumerate(JsonNode answer, JsonNode request) {
        Schemas.forEachProperty(request, (name, asked) -> {
            JsonNode answered = answer.path("properties").path(name);
            copyValues(asked, answered);
            copyValues(asked.path("items"), answered.path("items"));
        });
    }

    private static void copyValues(JsonNode asked, JsonNode answered) {
        JsonNode values = asked.has("enum") ? asked.path("enum") : enumerated(asked);
        boolean isText = types(answered).contains("string");
        if (values.isArray() && isText && !answered.has("enum")) {
            ArrayNode all = ((ObjectNode) answered).putArray("enum");
            values.forEach(all::add);
            if (types(answered).contains("null")) {
                all.addNull();
            }
        }
    }

    private static JsonNode enumerated(JsonNode asked) {
        return asked.path("anyOf").path(0).path("enum");
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        String[] all = type.isArray()
                ? type.valueStream().map(JsonNode::asString).toArray(String[]::new)
                : new String[] {type.asString("")};
        return new LinkedHashSet<>(Arrays.asList(all));
    }
}
