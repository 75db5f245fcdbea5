package ai.rhesis.backend.suite.importing.dialect;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Choices of which the right ones have a mark. Nothing is right where the value is of another kind.
final class MarkedChoices {

    private static final String RIGHT = "correct";

    private MarkedChoices() {}

    /// Finds the choices with the highest score in an object of scores by choice.
    static ArrayNode best(@Nullable JsonNode scores) {
        if (!(scores instanceof ObjectNode object) || !object.values().stream().allMatch(JsonNode::isNumber)) {
            return list(Stream.empty());
        }
        double best = object.values().stream()
                .mapToDouble(JsonNode::doubleValue)
                .max()
                .orElse(0);
        return list(object.propertyStream()
                .filter(score -> score.getValue().doubleValue() == best)
                .map(score -> JsonNodeFactory.instance.stringNode(score.getKey())));
    }

    /// Finds the texts of the references with the tag `correct`.
    static ArrayNode correct(@Nullable JsonNode references) {
        return references instanceof ArrayNode list
                ? list(list.valueStream()
                        .filter(reference ->
                                reference.path("tags").valueStream().anyMatch(MarkedChoices::isRight))
                        .map(reference -> reference.path("output").path("text"))
                        .filter(JsonNode::isString))
                : list(Stream.empty());
    }

    private static boolean isRight(JsonNode tag) {
        return RIGHT.equals(tag.asString(""));
    }

    private static ArrayNode list(Stream<? extends JsonNode> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
