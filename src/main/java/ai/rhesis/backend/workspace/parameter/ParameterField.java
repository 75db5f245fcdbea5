package ai.rhesis.backend.workspace.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A parameter: its name, its type and its default.
///
/// @param options the values that an enum can have; null for any other type
public record ParameterField(
        String name,
        ParameterType type,
        @Nullable String description,
        boolean required,
        @JsonProperty("default") @Nullable ParameterValue defaultValue,
        @Nullable List<String> options,
        int displayOrder) {

    private static final String TYPE = "type";
    private static final String VALUE = "value";

    /// Reads a value, bare or as `{"type", "value"}`.
    ///
    /// @throws UnfitValueException when the value does not fit this parameter
    ParameterValue read(JsonNode raw) {
        return raw instanceof ObjectNode typed ? readTyped(typed) : fitting(raw);
    }

    /// Reads a value `{"type", "value"}`.
    ///
    /// @throws UnfitValueException when the value does not fit this parameter
    ParameterValue readTyped(JsonNode typed) {
        if (typed.size() != 2 || !typed.has(TYPE) || !typed.has(VALUE)) {
            throw new UnfitValueException("must have a type and a value and nothing else");
        }
        if (!typed.path(TYPE).asString("").equals(type.toString())) {
            throw new UnfitValueException("must be of type " + type);
        }
        return fitting(typed.path(VALUE));
    }

    private ParameterValue fitting(JsonNode raw) {
        Object value = type.read(raw);
        if (value == null) {
            throw new UnfitValueException("must be " + expected());
        }
        if (options != null && !options.contains(value)) {
            throw new UnfitValueException("must be one of the options: " + String.join(", ", options));
        }
        return new ParameterValue(type, value);
    }

    private String expected() {
        return switch (type) {
            case TEXT, STRING, ENUM -> "a string";
            case INTEGER -> "a whole number";
            case NUMBER -> "a finite number";
            case BOOLEAN -> "true or false";
            case MODEL_REF, SECRET_REF -> "a UUID";
        };
    }

    /// Returns the keys that are hashed, without those that are null.
    Map<String, Object> canonical() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name);
        keys.put(TYPE, type.toString());
        keys.put("required", required);
        keys.put("display_order", displayOrder);
        if (description != null) {
            keys.put("description", description);
        }
        if (defaultValue != null) {
            keys.put("default", Map.of(TYPE, defaultValue.type().toString(), VALUE, defaultValue.value()));
        }
        if (options != null) {
            keys.put("options", options);
        }
        return keys;
    }
}
