package ai.rhesis.backend.suite.importing.source;

import java.io.StringReader;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of YAML that makes nothing but maps, lists and scalars, and of those not without bound.
final class YamlFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int nodes;

    private YamlFile() {}

    static Source read(String text) {
        try {
            Yaml yaml = yaml(text.length());
            requireFew(yaml, text);
            return Tree.read(FileFormat.YAML, new YamlFile().node(yaml.load(text), 0));
        } catch (MarkedYAMLException malformed) {
            String where = malformed.getProblemMark() == null
                    ? ""
                    : " at line %d".formatted(malformed.getProblemMark().getLine() + 1);
            throw Limits.refused("is no YAML of plain values" + where + ": " + malformed.getProblem());
        } catch (YAMLException refused) {
            throw Limits.refused("is no YAML of plain values: " + refused.getMessage());
        }
    }

    private static Yaml yaml(int length) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(Limits.ALIASES);
        options.setNestingDepthLimit(Limits.NESTING);
        options.setCodePointLimit(Math.max(1, length));
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new PlainResolver());
    }

    /// Counts before anything is made of it.
    private static void requireFew(Yaml yaml, String text) {
        int count = 0;
        for (Event ignored : yaml.parse(new StringReader(text))) {
            if (++count > Limits.TOKENS) {
                throw tooMany();
            }
        }
    }

    /// An alias is one object here and as many copies there, which is why these are counted again.
    private JsonNode node(@Nullable Object value, int depth) {
        if (++nodes > Limits.TOKENS) {
            throw tooMany();
        }
        if (depth > Limits.NESTING) {
            // what an alias brings in isn't in the depth that was parsed, and may be what it is in
            throw Limits.refused("is nested more than %d levels deep".formatted(Limits.NESTING));
        }
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> object(map, depth + 1);
            case List<?> list -> array(list, depth + 1);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            default -> NODES.stringNode(value.toString());
        };
    }

    private ObjectNode object(Map<?, ?> map, int depth) {
        ObjectNode object = NODES.objectNode();
        map.forEach((key, value) -> object.set(String.valueOf(key), node(value, depth)));
        return object;
    }

    private ArrayNode array(List<?> list, int depth) {
        ArrayNode array = NODES.arrayNode();
        list.forEach(value -> array.add(node(value, depth)));
        return array;
    }

    private static RuntimeException tooMany() {
        return Limits.refused("holds more than %,d values".formatted(Limits.TOKENS));
    }
}
