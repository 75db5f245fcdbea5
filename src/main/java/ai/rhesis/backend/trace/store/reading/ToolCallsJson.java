package ai.rhesis.backend.trace.store.reading;

import ai.rhesis.backend.trace.dialect.Reading;
import ai.rhesis.backend.trace.dialect.ToolCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The form in which calls of tools are stored: an array of objects with `id`, `name`, `arguments` and `result`, as
/// far as each is known; null where there are none.
final class ToolCallsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ToolCallsJson() {}

    static @Nullable String of(Reading reading) {
        if (reading.toolCalls().isEmpty()) {
            return null;
        }
        ArrayNode calls = JSON.createArrayNode();
        reading.toolCalls().forEach(call -> calls.add(of(call)));
        return calls.toString();
    }

    private static ObjectNode of(ToolCall call) {
        ObjectNode node = JSON.createObjectNode();
        if (call.id() != null) {
            node.put("id", call.id());
        }
        node.put("name", call.name());
        if (call.arguments() != null) {
            node.set("arguments", call.arguments());
        }
        if (call.result() != null) {
            node.set("result", call.result());
        }
        return node;
    }
}
