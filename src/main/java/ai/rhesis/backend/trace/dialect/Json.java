package ai.rhesis.backend.trace.dialect;

import ai.rhesis.backend.platform.persistence.StorableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as it comes in attributes: structured, or as a text, which OpenTelemetry has for all that is more than a list.
final class Json {

    static final int MAX_TEXT_LENGTH = 1_000_000;
    static final int MAX_DEPTH = 64;

    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader ELEMENTS =
            READER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /// Returns the object or list that a text is, and anything else as it is: a text that is cut off somewhere
    /// or nested too deeply stays a text.
    static JsonNode parsed(JsonNode value) {
        String text = value.isString() ? value.stringValue().strip() : "";
        if (text.length() > MAX_TEXT_LENGTH || !(text.startsWith("{") || text.startsWith("["))) {
            return value;
        }
        try {
            JsonNode tree = READER.readTree(text);
            // escapes can make characters that no column holds
            return text.contains("\\u") ? StorableText.of(tree) : tree;
        } catch (JacksonException noJson) {
            return value;
        }
    }

    /// Returns the elements of a list that was cut off in the middle, as far as they are whole, and the rest as a
    /// text; of any other text nothing.
    static List<JsonNode> beginning(String text) {
        List<JsonNode> elements = new ArrayList<>();
        int end = 0;
        try (JsonParser parser = READER.createParser(text)) {
            boolean isList = parser.nextToken() == JsonToken.START_ARRAY;
            while (isList && parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode element = ELEMENTS.readTree(parser);
                end = (int) parser.currentLocation().getCharOffset();
                elements.add(StorableText.of(element));
            }
        } catch (JacksonException cutHere) {
            // what is whole is there
        }
        if (!elements.isEmpty()) {
            elements.add(text(text.substring(end).replaceFirst("^\\s*,\\s*", "")));
        }
        return elements;
    }

    /// Returns the text that a quoted text holds.
    static JsonNode unquoted(JsonNode value) {
        String text = value.isString() ? value.stringValue() : "";
        if (text.length() < 2 || text.length() > MAX_TEXT_LENGTH || !text.startsWith("\"") || !text.endsWith("\"")) {
            return value;
        }
        try {
            JsonNode inner = READER.readTree(text);
            return inner.isString() ? StorableText.of(inner) : value;
        } catch (JacksonException noJson) {
            return value;
        }
    }

    /// Returns the first of the keys that has a value.
    static @Nullable JsonNode first(JsonNode object, String... keys) {
        return Arrays.stream(keys)
                .map(object::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isNull())
                .findFirst()
                .orElse(null);
    }

    /// Returns the first of the keys that has a name or an id.
    static @Nullable String firstName(JsonNode object, String... keys) {
        return name(first(object, keys));
    }

    static @Nullable String name(@Nullable JsonNode value) {
        if (value == null || !(value.isString() || value.isNumber())) {
            return null;
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() <= Attributes.MAX_NAME_LENGTH
                ? text
                : StorableText.of(text.substring(0, Attributes.MAX_NAME_LENGTH));
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
