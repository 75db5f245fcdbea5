package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.platform.compute.TooComplexException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The check of JSON by a JSON Schema that somebody else wrote, as the assertion `is-json` makes it: within bounds, and
/// loading nothing. Call it on the bounded pool.
public final class SchemaCheck {

    private SchemaCheck() {}

    /// Tells what keeps a schema from being used; empty when nothing does.
    public static String flawOf(JsonNode schema) {
        return told(() -> {
            JsonSchema.of(schema.toString());
            return "";
        });
    }

    /// Tells what is wrong with the JSON; empty when it follows the schema.
    public static String errorsOf(JsonNode schema, JsonNode json) {
        return told(() -> JsonSchema.of(schema.toString()).errorsOf(json));
    }

    private static String told(Supplier<String> check) {
        try {
            return AssertionBudget.bounded(check);
        } catch (UnjudgeableException unusable) {
            return String.valueOf(unusable.getMessage());
        } catch (TooComplexException bound) {
            return "The check " + bound.getMessage();
        }
    }
}
