package ai.rhesis.backend.integration.provider;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The reading of answers by one schema: whatever their form, they are read when they mean one thing only.
final class AnswerReader {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final int MAX_LENGTH = 100_000;
    private static final String REASON = "reason";

    private final JsonNode schema;
    private final Schema validator;
    private final List<String> deciding;

    AnswerReader(JsonNode schema) {
        this.schema = schema;
        validator = SCHEMAS.getSchema(schema);
        deciding = schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(key -> !key.equals(REASON))
                .toList();
    }

    JsonNode schema() {
        return schema;
    }

    /// Reads the one answer that a text holds, with the known keys only and their values in the types of the schema.
    JsonNode read(String text) throws UnreadableAnswerException {
        if (text.isBlank()) {
            throw new UnreadableAnswerException("the answer is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new UnreadableAnswerException("the answer is longer than " + MAX_LENGTH + " characters");
        }
        List<ObjectNode> answers = new ArrayList<>();
        for (JsonNode found : JsonObjects.in(Thoughts.leftOutOf(text))) {
            collect(found, answers);
        }
        return valid(only(answers));
    }

    /// Collects the objects that have a deciding key, from inside others as well, which may be wrappers.
    private void collect(JsonNode found, List<ObjectNode> answers) throws UnreadableAnswerException {
        ObjectNode answer = found.isObject() ? typed(found) : null;
        if (answer != null && deciding.stream().anyMatch(answer::has)) {
            answers.add(answer);
            return;
        }
        for (JsonNode child : found) {
            collect(child, answers);
        }
    }

    private ObjectNode typed(JsonNode object) throws UnreadableAnswerException {
        ObjectNode typed = JsonMapper.shared().createObjectNode();
        for (var property : schema.path("properties").properties()) {
            String key = property.getKey();
            JsonNode value = valueOf(object, key);
            boolean isText = property.getValue().path("type").asString("").equals("string");
            if (value != null && (!value.isContainer() || isText)) {
                typed.set(key, LenientValue.of(value, property.getValue()));
            } else if (key.equals(REASON)) {
                typed.put(key, "");
            }
        }
        return typed;
    }

    private static @Nullable JsonNode valueOf(JsonNode object, String key) throws UnreadableAnswerException {
        JsonNode value = null;
        for (var property : object.properties()) {
            if (property.getKey().strip().toLowerCase(Locale.ROOT).equals(key)) {
                if (value != null && !value.equals(property.getValue())) {
                    throw new UnreadableAnswerException("the answer gives `" + key + "` twice");
                }
                value = property.getValue();
            }
        }
        return value;
    }

    private ObjectNode only(List<ObjectNode> answers) throws UnreadableAnswerException {
        if (answers.isEmpty()) {
            throw new UnreadableAnswerException(
                    "the answer holds no JSON object with `" + String.join("` and `", deciding) + "`");
        }
        ObjectNode first = answers.getFirst();
        for (String key : deciding) {
            if (!answers.stream().allMatch(other -> other.path(key).equals(first.path(key)))) {
                throw new UnreadableAnswerException("the answer gives different values for `" + key + "`");
            }
        }
        return first;
    }

    private ObjectNode valid(ObjectNode answer) throws UnreadableAnswerException {
        List<Error> errors = validator.validate(answer);
        if (!errors.isEmpty()) {
            throw new UnreadableAnswerException(
                    errors.stream().map(AnswerReader::told).collect(Collectors.joining(", ")));
        }
        return answer;
    }

    // of the whole answer the place is an empty text
    private static String told(Error error) {
        String told = error.toString();
        return told.startsWith(": ") ? told.substring(2) : told;
    }
}
