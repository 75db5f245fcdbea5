package ai.rhesis.backend.metric.assertion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The assertions that an output is or contains JSON, and that it follows a schema.
final class JsonChecks {

    private JsonChecks() {}

    /// Looks at the whole output.
    static Check isJson(Terms terms) {
        JsonSchema schema = schema(terms);
        return Check.ofText(output -> {
            JsonNode json = JsonTexts.parse(output);
            if (json == null || schema == null) {
                return AssertionResult.of(json != null, json == null ? "The output is not JSON" : "The output is JSON");
            }
            return finding(schema.errorsOf(json));
        });
    }

    /// Looks at the objects in the output, of which one must fit.
    static Check containsJson(Terms terms) {
        JsonSchema schema = schema(terms);
        return Check.ofText(output -> {
            List<JsonNode> objects = JsonTexts.objectsIn(output);
            if (objects.isEmpty() || schema == null) {
                return AssertionResult.of(
                        !objects.isEmpty(), "The output contains " + objects.size() + " JSON objects");
            }
            List<String> errors = objects.stream().map(schema::errorsOf).toList();
            return finding(errors.contains("") ? "" : errors.getLast());
        });
    }

    private static AssertionResult finding(String errors) {
        return errors.isEmpty()
                ? AssertionResult.of(true, "The JSON follows the schema")
                : AssertionResult.of(false, "The JSON does not follow the schema: " + OutputText.shortened(errors));
    }

    private static @Nullable JsonSchema schema(Terms terms) {
        return terms.value().isBlank() ? null : JsonSchema.of(terms.value());
    }
}
