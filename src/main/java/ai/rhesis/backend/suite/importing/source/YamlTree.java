package ai.rhesis.backend.suite.importing.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The nodes of a YAML document as JSON. An alias is one node there and as many copies here, which are counted.
final class YamlTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<Tag> SCALARS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

    private final FileBudget budget = new FileBudget();

    JsonNode read(@Nullable Node root) {
        return root == null ? NODES.nullNode() : node(root, 0);
    }

    private JsonNode node(Node node, int depth) {
        budget.spendValue();
        if (depth > Limits.MAX_NESTING) {
            // an alias brings in depth that was not parsed, and may stand inside itself
            throw Limits.refused("is nested more than %d levels deep".formatted(Limits.MAX_NESTING));
        }
        return switch (node) {
            case MappingNode map -> object(map, depth + 1);
            case SequenceNode list -> array(list, depth + 1);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw refused(node, "is not a plain value");
        };
    }

    private ObjectNode object(MappingNode map, int depth) {
        requireTag(map, Tag.MAP);
        ObjectNode object = NODES.objectNode();
        Set<String> own = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            String key = key(entry.getKeyNode());
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(object, entry.getValueNode(), depth);
            } else if (own.add(key)) {
                object.set(key, node(entry.getValueNode(), depth));
            } else {
                throw refused(entry.getKeyNode(), "has the key " + key + " twice");
            }
        }
        return object;
    }

    /// Fills up an object with what it does not say itself; of several merged objects the first counts.
    private void merge(ObjectNode object, Node merged, int depth) {
        if (merged instanceof SequenceNode list) {
            list.getValue().forEach(each -> merge(object, each, depth));
        } else if (node(merged, depth) instanceof ObjectNode more) {
            more.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        } else {
            throw refused(merged, "is merged and not a map");
        }
    }

    private static String key(Node key) {
        if (key instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refused(key, "has a key that is not a plain value");
    }

    private ArrayNode array(SequenceNode list, int depth) {
        requireTag(list, Tag.SEQ);
        ArrayNode array = NODES.arrayNode();
        list.getValue().forEach(item -> array.add(node(item, depth)));
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (!SCALARS.contains(scalar.getTag()) && !scalar.getTag().equals(Tag.MERGE)) {
            throw refused(scalar, "has a tag that is not of plain values");
        }
        return switch (scalar.getTag().getValue()) {
            case String tag when tag.equals(Tag.INT.getValue()) -> number(scalar, true);
            case String tag when tag.equals(Tag.FLOAT.getValue()) -> number(scalar, false);
            case String tag when tag.equals(Tag.BOOL.getValue()) -> NODES.booleanNode(text.equalsIgnoreCase("true"));
            case String tag when tag.equals(Tag.NULL.getValue()) -> NODES.nullNode();
            default -> NODES.stringNode(text);
        };
    }

    private static JsonNode number(ScalarNode scalar, boolean isWhole) {
        String text = scalar.getValue();
        if (text.length() > Limits.MAX_NUMBER_LENGTH) {
            throw refused(scalar, "has a number of more than %,d digits".formatted(Limits.MAX_NUMBER_LENGTH));
        }
        try {
            return isWhole ? whole(new BigInteger(text)) : NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException none) {
            throw refused(scalar, "has a tag of numbers on a value that is not one");
        }
    }

    private static JsonNode whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }

    private static void requireTag(Node node, Tag tag) {
        if (!node.getTag().equals(tag)) {
            throw refused(node, "has a tag that is not of plain values");
        }
    }

    private static YAMLException refused(Node node, String problem) {
        return new YAMLException("line %d %s".formatted(node.getStartMark().getLine() + 1, problem));
    }
}
