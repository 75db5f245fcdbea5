package ai.rhesis.backend.metric.generation;

import static ai.rhesis.backend.integration.provider.AnswerItems.text;

import ai.rhesis.backend.platform.persistence.StorableText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A metric as a model wrote it, with what it said in the forms that metrics have: what can't be one is left out.
record WrittenMetric(ObjectNode keys) {

    private static final List<String> TEXTS =
            List.of("name", "description", "evaluation_prompt", "evaluation_steps", "reasoning", "explanation");
    private static final List<String> NUMBERS = List.of("min_score", "max_score", "threshold");
    private static final List<String> LISTS = List.of("categories", "passing_categories", "metric_scope");
    private static final Set<String> SCORE_TYPES = Set.of("numeric", "categorical", "binary");
    private static final Set<String> OPERATORS = Set.of("=", "<", ">", "<=", ">=", "!=");
    private static final List<String> SCOPES = List.of("Single-Turn", "Multi-Turn");
    private static final String DEFAULT_SCORE_TYPE = "numeric";
    private static final int MAX_NAME = 255;

    static final List<String> KEYS = Stream.of(
                    TEXTS.stream(), Stream.of("score_type", "threshold_operator"), NUMBERS.stream(), LISTS.stream())
            .flatMap(keys -> keys)
            .toList();

    static boolean isOne(ObjectNode object) {
        return !text(object.path("evaluation_prompt")).isEmpty() || object.has("score_type");
    }

    static WrittenMetric of(ObjectNode told) {
        ObjectNode keys = JsonMapper.shared().createObjectNode();
        TEXTS.stream()
                .filter(key -> !text(told.path(key)).isEmpty())
                .forEach(key -> keys.put(key, text(told.path(key))));
        if (keys.has("name")) {
            keys.put("name", cut(keys.path("name").asString().replaceAll("\\s+", " ")));
        }
        String type = text(told.path("score_type")).toLowerCase(Locale.ROOT);
        if (SCORE_TYPES.contains(type)) {
            keys.put("score_type", type);
        }
        NUMBERS.stream().filter(key -> isNumber(told.path(key))).forEach(key -> keys.put(key, number(told.path(key))));
        String operator = text(told.path("threshold_operator"));
        if (OPERATORS.contains(operator)) {
            keys.put("threshold_operator", operator);
        }
        LISTS.stream()
                .filter(key -> told.path(key).isArray() && !told.path(key).isEmpty())
                .forEach(key -> keys.set(key, list(told.path(key), key)));
        return new WrittenMetric((ObjectNode) StorableText.of(keys));
    }

    /// Tells whether there is enough for a metric of its own.
    boolean isWhole() {
        return keys.has("name") && keys.has("evaluation_prompt");
    }

    /// Returns the body of a new metric, which a model judges by.
    ObjectNode body() {
        ObjectNode body = keys.deepCopy();
        body.put("backend_type", "custom").put("metric_type", "custom-prompt");
        if (!body.has("score_type")) {
            body.put("score_type", body.has("categories") ? "categorical" : DEFAULT_SCORE_TYPE);
        }
        return body;
    }

    /// Returns the keys of a change.
    ObjectNode change() {
        return keys.deepCopy();
    }

    /// Writes the JSON Schema of the answer.
    static JsonNode schema() {
        ObjectNode schema = JsonMapper.shared().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        TEXTS.forEach(key -> properties.putObject(key).put("type", "string"));
        SCORE_TYPES.stream()
                .sorted()
                .forEach(properties
                        .withObject("score_type")
                        .put("type", "string")
                        .withArray("enum")::add);
        NUMBERS.forEach(key -> nullable(properties.putObject(key), "number"));
        nullable(properties.putObject("threshold_operator"), "string");
        LISTS.forEach(key ->
                nullable(properties.putObject(key), "array").putObject("items").put("type", "string"));
        schema.set("required", JsonMapper.shared().valueToTree(properties.propertyNames()));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode nullable(ObjectNode property, String type) {
        property.putArray("type").add(type).add("null");
        return property;
    }

    private static ArrayNode list(JsonNode told, String key) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        told.valueStream()
                .map(item -> text(item))
                .map(item -> key.equals("metric_scope") ? scope(item) : item)
                .filter(item -> !item.isEmpty())
                .distinct()
                .forEach(list::add);
        return list;
    }

    private static String scope(String told) {
        return SCOPES.stream()
                .filter(scope -> scope.equalsIgnoreCase(told.replaceAll("[\\s_]+", "-")))
                .findFirst()
                .orElse("");
    }

    private static boolean isNumber(JsonNode told) {
        return text(told).matches("[+-]?\\d{1,12}(\\.\\d{1,12})?");
    }

    private static double number(JsonNode told) {
        return Double.parseDouble(text(told));
    }

    private static String cut(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }
}
