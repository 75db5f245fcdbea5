package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import ai.rhesis.backend.suite.importing.source.JsonFile;
import ai.rhesis.backend.suite.importing.source.ListText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// The text inside a value that should be one: the first of a list, or the telling or only one of an object.
final class FoundText {

    private static final List<String> TELLING = List.of(
            "content",
            "text",
            "answer",
            "output",
            "response",
            "expected_response",
            "question",
            "query",
            "prompt",
            "input",
            "message",
            "value",
            // requests of lm-eval
            "gen_args_0",
            "arg_0");

    private static final Set<String> LISTED = Set.of(
            "ground_truths",
            "references",
            "reference_answers",
            "ideal",
            "ideals",
            "answers",
            "targets",
            "expected_answers",
            "expected_outputs",
            "contexts",
            "retrieved_contexts",
            "retrieval_contexts",
            "reference_contexts",
            "retrieved_documents",
            "source_documents",
            "documents",
            "passages");

    private FoundText() {}

    /// Finds the text; null when there is none, or more than one that could be meant.
    static @Nullable String in(JsonNode value) {
        return switch (value) {
            case ArrayNode list -> list.isEmpty() ? null : in(list.get(areMessages(list) ? list.size() - 1 : 0));
            case ObjectNode object -> inParts(object);
            default -> value.isNull() || value.isMissingNode() ? null : value.asString();
        };
    }

    private static @Nullable String inParts(ObjectNode object) {
        List<JsonNode> telling = TELLING.stream()
                .map(name -> part(object, name))
                .filter(part -> !part.isMissingNode())
                .toList();
        for (JsonNode part : telling) {
            if (part.isString()) {
                return part.stringValue();
            }
        }
        for (JsonNode part : telling) {
            // once for each part, or the work doubles with every level
            String text = part.isContainer() ? in(part) : null;
            if (text != null) {
                return text;
            }
        }
        List<JsonNode> texts = object.values().stream()
                .filter(part -> part.isString() || part.path(0).isString())
                .toList();
        return texts.size() == 1 ? in(texts.getFirst()) : null;
    }

    private static JsonNode part(ObjectNode object, String name) {
        JsonNode part = object.path(name);
        return part.isMissingNode()
                ? object.path(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                : part;
    }

    /// Tells whether a list is of messages, the last of which is the answer.
    private static boolean areMessages(ArrayNode list) {
        return list.valueStream().allMatch(item -> item.has("role"));
    }

    /// Tells whether a value says more than its text.
    static boolean isMore(JsonNode value) {
        return value.isContainer()
                && (value.size() > 1
                        || value.size() == 1 && isMore(value.iterator().next()));
    }

    /// Finds the text, or writes the value as JSON.
    static String orJson(JsonNode value) {
        String text = in(value);
        return text == null ? value.toString() : text;
    }

    /// Tells whether columns of this name hold lists, which tables write as texts.
    static boolean isListed(String column) {
        return LISTED.contains(ColumnName.ofLastPart(column));
    }

    /// Reads the list in a cell; the value itself where it is not one.
    static JsonNode listed(JsonNode value) {
        ArrayNode list = value.isString() ? ListText.read(value.stringValue()) : null;
        return list == null ? value : list;
    }

    /// Reads a text that holds JSON; every other value stays as it is.
    static JsonNode parsed(JsonNode value) {
        JsonNode json = value instanceof StringNode text ? JsonFile.parse(text.stringValue()) : null;
        return json == null || json.isMissingNode() ? value : json;
    }

    /// Takes the name of an object, under the key that it has there; every other value stays as it is.
    static JsonNode named(JsonNode value, String key) {
        JsonNode name = value.path(key);
        return value.isObject() && name.isString() ? name : value;
    }
}
