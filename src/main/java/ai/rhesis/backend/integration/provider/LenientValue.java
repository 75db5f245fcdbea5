package ai.rhesis.backend.integration.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/// The value that a model means where a schema asks for a type: `"0.9"` is a number, `"yes"` is true,
/// `" Polite"` is the category `polite`. What could mean something else stays as it is, for the schema to
/// refuse: `"90%"`, `true` for a number.
final class LenientValue {

    private static final String NUMBER = "[+-]?(?:\\d{1,20}\\.?\\d{0,20}|\\.\\d{1,20})(?:[eE][+-]?\\d{1,3})?";
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "1.0", "pass", "passed");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "0.0", "fail", "failed");

    private LenientValue() {}

    /// @param type the schema of the value
    static JsonNode of(JsonNode value, JsonNode type) {
        return switch (type.path("type").asString("")) {
            case "number" -> number(value);
            case "boolean" -> bool(value);
            case "string" -> type.has("enum") ? category(value, type.path("enum")) : StringNode.valueOf(text(value));
            default -> value;
        };
    }

    private static JsonNode number(JsonNode value) {
        String digits = value.isString() ? value.stringValue().strip() : "";
        if (digits.matches(NUMBER)) {
            return plain(new BigDecimal(digits));
        }
        return value.isNumber() ? plain(value.decimalValue()) : value;
    }

    // 0.9 and 0.90 are one verdict
    private static JsonNode plain(BigDecimal number) {
        return DecimalNode.valueOf(number.stripTrailingZeros());
    }

    private static JsonNode bool(JsonNode value) {
        String word = value.isContainer() ? "" : value.asString("").strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return BooleanNode.TRUE;
        }
        return NO.contains(word) ? BooleanNode.FALSE : value;
    }

    private static JsonNode category(JsonNode value, JsonNode categories) {
        String said = value.isContainer() ? "" : value.asString("");
        List<String> known = categories.valueStream().map(JsonNode::asString).toList();
        if (known.contains(said)) {
            return StringNode.valueOf(said);
        }
        String meant = only(
                known.stream().filter(name -> loose(name).equals(loose(said))).toList());
        return meant == null ? value : StringNode.valueOf(meant);
    }

    private static @Nullable String only(List<String> names) {
        return names.size() == 1 ? names.getFirst() : null;
    }

    private static String loose(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    }

    /// Returns the text that a value means: the lines of a list, an object as it is written.
    static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(LenientValue::text).collect(Collectors.joining("\n"));
        }
        return value.isNull() ? "" : value.isObject() ? value.toString() : value.asString();
    }
}
