package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.fileformat.PromptfooAssertion;
import ai.rhesis.backend.suite.fileformat.PromptfooText;
import ai.rhesis.backend.suite.prompt.PromptReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test in the form of promptfoo. Variables and assertions that came from there go back to their places; all that
/// promptfoo has no place for stands in the metadata, from where an import takes it back.
record PromptfooTestCase(ExportedTestCase test, JsonMapper json) {

    static final String PROMPT = "prompt";
    private static final String VARS = "vars";
    private static final String ASSERT = "assert";

    Map<String, Object> body() {
        Map<String, @Nullable Object> metadata =
                new LinkedHashMap<>(Objects.requireNonNullElse(test.test().testMetadata(), Map.of()));
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put(Column.NAME.header(), test.test().name());
        own.putAll(test.own());
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("description", test.test().description());
        PromptReference prompt = test.prompt();
        if (prompt != null) {
            own.put(Column.LANGUAGE_CODE.header(), prompt.languageCode());
            body.put(VARS, variables(prompt, metadata));
            body.put(ASSERT, assertions(prompt, metadata, own));
        }
        keepMetadata(metadata, own);
        metadata.put(PromptfooText.OWN, present(own));
        body.put("metadata", metadata);
        return ExportedTestCase.present(body);
    }

    private static Map<String, @Nullable Object> variables(
            PromptReference prompt, Map<String, @Nullable Object> metadata) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put(PROMPT, PromptfooText.escape(prompt.content()));
        if (metadata.get(VARS) instanceof Map<?, ?> others && areVariables(others)) {
            others.forEach((name, value) -> variables.put(String.valueOf(name), escaped(value)));
            metadata.remove(VARS);
        }
        return variables;
    }

    private static boolean areVariables(Map<?, ?> map) {
        return !map.isEmpty()
                && map.entrySet().stream()
                        .allMatch(entry -> entry.getValue() != null
                                && !entry.getKey().equals(PROMPT)
                                && !String.valueOf(entry.getKey()).startsWith("__"));
    }

    /// Writes the assertions that the test came with, or else one that the answer equals the expected response.
    private @Nullable List<Object> assertions(
            PromptReference prompt, Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> own) {
        String expected = prompt.expectedResponse();
        List<JsonNode> kept = assertions(metadata.get(ASSERT));
        if (kept.isEmpty()) {
            return expected == null ? null : List.of(equality(expected));
        }
        if (!Objects.equals(expected, PromptfooAssertion.reference(kept))) {
            own.put(Column.EXPECTED_RESPONSE.header(), expected == null ? NOTHING : expected);
        }
        List<Object> written = new ArrayList<>();
        if (metadata.remove(ASSERT) instanceof List<?> all) {
            all.forEach(assertion -> written.add(escapedValue((Map<?, ?>) assertion)));
        }
        return written;
    }

    private static Map<String, Object> equality(String expected) {
        Map<String, Object> equality = new LinkedHashMap<>();
        equality.put("type", "equals");
        equality.put("value", PromptfooText.escape(expected));
        return equality;
    }

    /// Returns the assertions that an import would keep as they are; else none.
    private List<JsonNode> assertions(@Nullable Object kept) {
        if (!(kept instanceof List<?> list)
                || !list.stream()
                        .allMatch(item -> item instanceof Map<?, ?> map && map.get("type") instanceof String)) {
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>(json.<JsonNode>valueToTree(list).values());
        return PromptfooAssertion.isBareReference(nodes) ? List.of() : nodes;
    }

    private static Map<Object, @Nullable Object> escapedValue(Map<?, ?> assertion) {
        Map<Object, @Nullable Object> escaped = new LinkedHashMap<>(assertion);
        escaped.computeIfPresent("value", (key, value) -> escaped(value));
        return escaped;
    }

    private static @Nullable Object escaped(@Nullable Object value) {
        return value instanceof String text ? PromptfooText.escape(text) : value;
    }

    /// Puts into this server's own part what can't stand beside it.
    private void keepMetadata(Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> inside = new LinkedHashMap<>();
        for (String key : List.of(PromptfooText.OWN, VARS, ASSERT)) {
            if (metadata.containsKey(key)) {
                inside.put(key, metadata.remove(key));
            }
        }
        boolean isEmpty =
                test.test().testMetadata() != null && test.test().testMetadata().isEmpty();
        own.put(Column.METADATA.header(), inside.isEmpty() && !isEmpty ? null : inside);
    }

    /// A stand-in for null where that must be told from absent.
    private static final Object NOTHING = new Object();

    private static Map<String, @Nullable Object> present(Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> present = new LinkedHashMap<>(ExportedTestCase.present(own));
        present.replaceAll((key, value) -> value == NOTHING ? null : value);
        return present;
    }
}
