package ai.rhesis.backend.support;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// The lines of a streamed answer, each of a type.
public final class Lines {

    private Lines() {}

    public static List<JsonNode> of(String type, List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> line.path("type").asString().equals(type))
                .toList();
    }

    public static List<String> types(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("type").asString()).toList();
    }
}
