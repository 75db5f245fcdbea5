package ai.rhesis.backend.suite.importing.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of JSON: a list, an object with a list in it, or an object a line.
public final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.MAX_NESTING)
                            .maxTokenCount(Limits.MAX_VALUES)
                            .maxNumberLength(Limits.MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            // as Python writes them, and as people leave them behind
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonFile() {}

    static Source read(String text, Expectation expected) {
        try {
            return Tree.read(FileFormat.JSON, JSON.readTree(text), expected);
        } catch (JacksonException malformed) {
            throw refused(malformed);
        }
    }

    static Source readLines(String text) {
        List<SourceRow> rows = new ArrayList<>();
        FileBudget budget = new FileBudget();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                rows(number, line).forEach(row -> rows.add(budget.spend(row)));
                Limits.requireRows(rows.size());
            }
        }
        return new Source(FileFormat.JSONL, rows, List.of());
    }

    /// Reads a line as rows, mostly one; a line that can't be read is one bad row among the others.
    private static List<SourceRow> rows(int number, String line) {
        try {
            return Tree.rows(number, JSON.readTree(line));
        } catch (JacksonException malformed) {
            return List.of(new SourceRow(
                    number, JsonNodeFactory.instance.objectNode(), List.of("is not valid JSON" + reason(malformed))));
        }
    }

    /// Tells whether a text is one list or object over several lines, although it is named as one of many lines.
    static boolean isWhole(String text) {
        String first = text.lines().findFirst().orElse("");
        return !(parse(first) instanceof ObjectNode) && parse(text) instanceof ContainerNode;
    }

    /// Tells whether the first of several lines is an object by itself.
    static boolean isLines(String text) {
        List<String> first =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return first.size() > 1 && parse(first.getFirst()) instanceof ObjectNode;
    }

    /// Reads a text that may be JSON; null when it is not.
    public static @Nullable JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException none) {
            return null;
        }
    }

    private static RuntimeException refused(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        String where = place == null || place.getLineNr() < 0
                ? ""
                : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
        return Limits.refused("is not valid JSON" + where + reason(malformed));
    }

    private static String reason(JacksonException malformed) {
        return malformed instanceof StreamConstraintsException
                ? ": at most %d levels, %,d values and %,d digits of a number are allowed"
                        .formatted(Limits.MAX_NESTING, Limits.MAX_VALUES, Limits.MAX_NUMBER_LENGTH)
                : "";
    }
}
