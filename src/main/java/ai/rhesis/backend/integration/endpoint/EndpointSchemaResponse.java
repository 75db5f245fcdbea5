package ai.rhesis.backend.integration.endpoint;

import java.util.List;
import java.util.Map;

/// The values that mappings read and write, as JSON Schemas: what a request mapping can name, and the outputs that a
/// response mapping can find.
record EndpointSchemaResponse(Map<String, ?> inputSchema, Map<String, ?> outputSchema) {

    private static final Map<String, ?> TEXT = Map.of("type", "string");
    private static final Map<String, ?> OBJECT = Map.of("type", "object");

    static final EndpointSchemaResponse CURRENT = new EndpointSchemaResponse(
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of(
                            "input", TEXT,
                            "conversation_id", TEXT,
                            "messages", arrayOf(message()),
                            "params", OBJECT,
                            "auth_token", TEXT),
                    "required",
                    List.of("input")),
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of(
                            "output", TEXT,
                            "conversation_id", TEXT,
                            "context", arrayOf(Map.of()),
                            "metadata", OBJECT,
                            "tool_calls", arrayOf(Map.of()),
                            "usage", OBJECT),
                    "required",
                    List.of("output")));

    private static Map<String, ?> message() {
        return Map.of("type", "object", "properties", Map.of("role", TEXT, "content", TEXT));
    }

    private static Map<String, ?> arrayOf(Map<String, ?> items) {
        return Map.of("type", "array", "items", items);
    }
}
