package ai.rhesis.backend.trace.dialect;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The attributes of a span or event, which are looked up by the several names that one thing has had over time: the
/// first name that has a value counts.
record Attributes(ObjectNode told) {

    static final int MAX_NAME_LENGTH = 500;

    boolean has(String... names) {
        return value(names) != null;
    }

    @Nullable
    JsonNode value(String... names) {
        return Arrays.stream(names)
                .map(told::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isNull()
                        && !(value.isString() && value.stringValue().isBlank()))
                .findFirst()
                .orElse(null);
    }

    /// Returns the value, as JSON where it is the text of some.
    @Nullable
    JsonNode json(String... names) {
        JsonNode value = value(names);
        return value == null ? null : Json.parsed(value);
    }

    /// Returns a name or id: a text that is cut at a length that every index takes.
    @Nullable
    String name(String... names) {
        return Arrays.stream(names)
                .map(name -> Json.name(told.get(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Long count(String... names) {
        return Arrays.stream(names)
                .map(name -> TokenCounts.count(told.get(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Double amount(String... names) {
        return Arrays.stream(names)
                .map(name -> TokenCounts.amount(told.get(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Returns what was flattened into keys below a prefix, such as `llm.input_messages.0.message.role`.
    @Nullable
    JsonNode below(String prefix) {
        return Flattened.below(told, prefix);
    }
}
