package ai.rhesis.backend.suite.importing.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows of JSON: a list, an object with a list in it, or an object a line.
public final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.NESTING)
                            .maxTokenCount(Limits.TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    static Source read(String text) {
        try {
            return Tree.read(FileFormat.JSON, JSON.readTree(text));
        } catch (JacksonException malformed) {
            throw refused(malformed);
        }
    }

    static Source readLines(String text) {
        List<SourceRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                Limits.requireRows(rows.size() + 1);
                rows.add(row(number, line));
            }
        }
        return new Source(FileFormat.JSONL, rows, List.of());
    }

    /// A line that can't be read is one bad row among the others.
    private static SourceRow row(int number, String line) {
        try {
            return Tree.row(number, JSON.readTree(line));
        } catch (JacksonException malformed) {
            return new SourceRow(
                    number, JsonNodeFactory.instance.objectNode(), List.of("is not valid JSON" + reason(malformed)));
        }
    }

    /// Whether the first of several lines is an object by itself.
    static boolean isLines(String text) {
        List<String> first =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return first.size() > 1 && parse(first.getFirst()) instanceof ObjectNode;
    }

    /// What a text says in JSON; null when it is none.
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
                ? ": at most %d levels and %,d values".formatted(Limits.NESTING, Limits.TOKENS)
                : "";
    }
}
