package ai.rhesis.backend.trace.dialect;

import java.util.function.Function;
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
        return first(names, Attributes::present);
    }

    private static @Nullable JsonNode present(@Nullable JsonNode value) {
        boolean isPresent = value != null
                && !value.isNull()
                && !(value.isString() && value.stringValue().isBlank());
        return isPresent ? value : null;
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
        return first(names, Json::name);
    }

    @Nullable
    Long count(String... names) {
        return first(names, TokenCounts::count);
    }

    @Nullable
    Double amount(String... names) {
        return first(names, TokenCounts::amount);
    }

    /// Reads the names in turn. A loop, because each span is asked for dozens of them.
    private <T> @Nullable T first(String[] names, Function<@Nullable JsonNode, @Nullable T> reading) {
        for (String name : names) {
            T value = reading.apply(told.get(name));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// Returns what was flattened into keys below a prefix, such as `llm.input_messages.0.message.role`.
    @Nullable
    JsonNode below(String prefix) {
        return Flattened.below(told, prefix);
    }
}
