package ai.rhesis.backend.trace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The input and output of a workflow, task, agent or tool, without the wrapping of the framework that told them.
final class OpenLlmetryEntity {

    private OpenLlmetryEntity() {}

    /// Returns the inputs of LangChain, or the arguments of a decorated function.
    static @Nullable JsonNode input(Attributes told) {
        JsonNode value = told.json("traceloop.entity.input", "gen_ai.task.input");
        if (value == null || !value.isObject()) {
            return value == null ? null : Json.unquoted(value);
        }
        JsonNode inputs = Json.first(value, "inputs", "input_str");
        if (inputs != null) {
            return Json.parsed(inputs);
        }
        return value.has("args") && value.has("kwargs") && value.size() == 2 ? arguments(value) : value;
    }

    static @Nullable JsonNode output(Attributes told) {
        JsonNode value = told.json("traceloop.entity.output", "gen_ai.task.output");
        JsonNode outputs = value == null || !value.isObject() ? null : Json.first(value, "outputs", "output");
        if (outputs != null) {
            return Json.parsed(outputs);
        }
        return value == null ? null : Json.unquoted(value);
    }

    private static JsonNode arguments(JsonNode call) {
        JsonNode args = call.path("args");
        JsonNode kwargs = call.path("kwargs");
        if (args.isEmpty()) {
            return kwargs;
        }
        boolean one = kwargs.isEmpty() && args.isArray() && args.size() == 1;
        return one ? args.path(0) : kwargs.isEmpty() ? args : call;
    }

    /// Returns the documents that a vector database found, each in an event.
    static @Nullable JsonNode documents(SpanFacts span, List<String> events) {
        ArrayNode documents = Json.array();
        span.events()
                .filter(event -> events.contains(SpanFacts.nameOf(event)))
                .map(SpanFacts::attributesOf)
                .map(OpenLlmetryEntity::document)
                .forEach(documents::add);
        return documents.isEmpty() ? null : documents;
    }

    private static ObjectNode document(Attributes event) {
        ObjectNode document = Json.object();
        for (String field : List.of("id", "score", "distance", "metadata")) {
            set(document, field, event.json("db.query.result." + field, "db.search.result." + field));
        }
        set(document, "content", event.value("db.query.result.document", "db.search.result.entity"));
        return document;
    }

    private static void set(ObjectNode document, String field, @Nullable JsonNode value) {
        if (value != null) {
            document.set(field, value);
        }
    }
}
