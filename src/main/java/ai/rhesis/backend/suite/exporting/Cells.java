package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.fileformat.CellText;
import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.testcase.MultiTurnConfiguration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A test as a line of a table; what is no text stands there as JSON.
record Cells(JsonMapper json) {

    static List<String> headers() {
        return Arrays.stream(Column.values()).map(Column::header).toList();
    }

    /// Returns one cell a column, blank for what is absent.
    List<String> of(ExportedTestCase test) {
        Map<Column, @Nullable Object> values = values(test);
        return Arrays.stream(Column.values())
                .map(column -> values.get(column))
                .map(value -> value == null ? "" : CellText.escape(value.toString()))
                .toList();
    }

    private Map<Column, @Nullable Object> values(ExportedTestCase test) {
        Map<Column, @Nullable Object> values = new EnumMap<>(Column.class);
        test.own().forEach((key, value) -> Column.of(key).ifPresent(column -> values.put(column, value)));
        values.put(Column.NAME, test.test().name());
        values.put(Column.DESCRIPTION, test.test().description());
        values.put(Column.TAGS, tags(test.tags()));
        Map<String, @Nullable Object> metadata = test.test().testMetadata();
        values.put(Column.METADATA, metadata == null ? null : json.writeValueAsString(metadata));
        if (test.prompt() != null) {
            values.put(Column.PROMPT_CONTENT, test.prompt().content());
            values.put(Column.EXPECTED_RESPONSE, test.prompt().expectedResponse());
            values.put(Column.LANGUAGE_CODE, test.prompt().languageCode());
        }
        MultiTurnConfiguration configuration = test.test().testConfiguration();
        if (configuration != null) {
            put(values, configuration);
        }
        return values;
    }

    private void put(Map<Column, @Nullable Object> values, MultiTurnConfiguration configuration) {
        values.put(Column.GOAL, configuration.goal());
        values.put(Column.INSTRUCTIONS, configuration.instructions());
        values.put(Column.RESTRICTIONS, configuration.restrictions());
        values.put(Column.SCENARIO, configuration.scenario());
        values.put(Column.CONTEXT, jsonUnlessText(configuration.context()));
        values.put(Column.MIN_TURNS, configuration.minTurns());
        values.put(Column.MAX_TURNS, configuration.maxTurns());
    }

    /// Writes a value as JSON unless it is a text. A text that could be taken for JSON is written as JSON too.
    private @Nullable String jsonUnlessText(@Nullable Object value) {
        return value == null || value instanceof String text && !isJson(text)
                ? (String) value
                : json.writeValueAsString(value);
    }

    private @Nullable String tags(List<String> names) {
        boolean isPlain = names.stream().noneMatch(name -> name.matches("(?s).*[,;].*") || isJson(name));
        if (names.isEmpty()) {
            return null;
        }
        return isPlain ? String.join("; ", names) : json.writeValueAsString(names);
    }

    private boolean isJson(String text) {
        try {
            return !json.readTree(text).isMissingNode();
        } catch (JacksonException none) {
            return false;
        }
    }
}
