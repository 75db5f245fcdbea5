package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.PromptfooAssertion;
import ai.rhesis.backend.suite.fileformat.PromptfooText;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tests of promptfoo. Those of its YAML get the columns of its CSV: `__description`, `__expected`, `__metadata`, and
/// one for each variable.
final class Promptfoo {

    private static final String METADATA = "__metadata";
    private static final String EXPECTED = "__expected";
    private static final String CONFIG = "__config:";

    private Promptfoo() {}

    /// Makes a row for each combination of values where variables are lists.
    static List<FlatRow> flatten(SourceRow row, boolean isTable) {
        return isTable
                ? List.of(flatten(row, Promptfoo::flattenCell))
                : PromptfooVariables.expand(row).stream()
                        .map(each -> flatten(each, Promptfoo::flattenTree))
                        .toList();
    }

    private static FlatRow flatten(SourceRow row, Visitor visitor) {
        FlatRow flat = new FlatRow(row);
        row.values().properties().forEach(entry -> visitor.at(flat, entry.getKey(), entry.getValue()));
        row.values().properties().stream()
                .filter(entry -> entry.getKey().startsWith(CONFIG))
                .forEach(entry ->
                        configure(flat, entry.getKey(), entry.getValue().asString("")));
        return flat;
    }

    private interface Visitor {

        void at(FlatRow flat, String key, JsonNode value);
    }

    /// Applies a setting: `__config:__expected2:threshold` is the threshold of the assertion in `__expected2`.
    private static void configure(FlatRow flat, String key, String value) {
        String column = key.substring(CONFIG.length()).replaceFirst(":threshold$", "");
        JsonNode assertions = flat.values().get(column);
        if (assertions == null && column.equals(EXPECTED)) {
            assertions = flat.values().get(EXPECTED + "1");
        } else if (assertions == null && column.equals(EXPECTED + "1")) {
            assertions = flat.values().get(EXPECTED);
        }
        if (key.endsWith(":threshold") && assertions != null && value.strip().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            ((ObjectNode) assertions.get(0)).put("threshold", new BigDecimal(value.strip()));
        }
    }

    private static void flattenTree(FlatRow flat, String key, JsonNode value) {
        switch (key) {
            case "vars" -> variables(flat, value);
            case "assert" -> assertions(flat, EXPECTED, value);
            case "metadata" -> metadata(flat, value);
            default -> flat.put("__" + key, value);
        }
    }

    private static void flattenCell(FlatRow flat, String key, JsonNode value) {
        if (key.startsWith(EXPECTED)) {
            assertions(flat, key, value);
        } else if (key.startsWith(METADATA + ":") && key.endsWith("[]")) {
            flat.put(key, list(value.asString()));
        } else if (key.equals(METADATA)) {
            metadata(flat, value);
        } else if (key.startsWith("__")) {
            flat.put(key, value);
        } else {
            variable(flat, key, value);
        }
    }

    private static void variables(FlatRow flat, JsonNode variables) {
        if (variables instanceof ObjectNode object) {
            object.properties().forEach(entry -> variable(flat, entry.getKey(), entry.getValue()));
        } else {
            flat.remark("vars", "names files, which are never read; write the values out");
        }
    }

    private static void variable(FlatRow flat, String name, JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            flat.put(name, JsonNodeFactory.instance.stringNode(PromptfooText.unescape(text)));
            if (text.startsWith(PromptfooText.FILE)) {
                flat.remark(name, "names a file, which is never read; the name stays as a text");
            }
        } else {
            flat.put(name, value);
        }
    }

    private static void assertions(FlatRow flat, String column, JsonNode value) {
        List<JsonNode> assertions =
                value.isArray() ? List.copyOf(value.values()) : value.isNull() ? List.of() : List.of(value);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode assertion : assertions) {
            ObjectNode read = PromptfooAssertion.of(assertion);
            if (read != null) {
                all.add(read);
                PromptfooAssertion.remarks(read).forEach(remark -> flat.remark(column, remark));
            }
        }
        if (!all.isEmpty()) {
            flat.put(column, all);
        }
    }

    private static void metadata(FlatRow flat, JsonNode value) {
        if (value instanceof ObjectNode object && object.get(PromptfooText.OWN) instanceof ObjectNode own) {
            ObjectNode others = object.deepCopy();
            others.remove(PromptfooText.OWN);
            if (!others.isEmpty()) {
                flat.put(METADATA, others);
            }
            flat.put("__" + PromptfooText.OWN, own);
        } else {
            flat.put(METADATA, value);
        }
    }

    /// Cuts `a,b\,c` into `a` and `b,c`.
    private static ArrayNode list(String cell) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String part : cell.split("(?<!\\\\),")) {
            if (!part.isBlank()) {
                list.add(part.strip().replace("\\,", ","));
            }
        }
        return list;
    }
}
