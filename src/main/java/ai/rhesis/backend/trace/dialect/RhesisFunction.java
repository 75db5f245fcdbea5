package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The arguments and the result of a decorated function.
final class RhesisFunction {

    private RhesisFunction() {}

    /// Returns the one positional argument or the named ones where there are no others, else both kinds.
    static @Nullable JsonNode input(Attributes told) {
        JsonNode args = told.json("function.args");
        JsonNode kwargs = told.json("function.kwargs");
        if (args == null || kwargs == null) {
            return args == null ? kwargs : onlyOne(args);
        }
        ObjectNode both = Json.object();
        both.set("args", args);
        both.set("kwargs", kwargs);
        return both;
    }

    static @Nullable JsonNode output(Attributes told) {
        return told.json("function.result", "function.result_preview");
    }

    private static JsonNode onlyOne(JsonNode args) {
        return args.isArray() && args.size() == 1 ? args.path(0) : args;
    }
}
