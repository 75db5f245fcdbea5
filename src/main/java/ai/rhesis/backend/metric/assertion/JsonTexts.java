package ai.rhesis.backend.metric.assertion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON that somebody else wrote, read within bounds.
final class JsonTexts {

    private static final int MAX_LEVELS = 200;
    private static final int MAX_PARSED_CHARACTERS = 5_000_000;

    private static final JsonMapper STRICT = JsonMapper.builder(factory().build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    // Between sentences, JSON with the usual slips of people counts too.
    private static final JsonMapper LENIENT = JsonMapper.builder(factory()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Comparator<JsonNode> BY_VALUE = (one, other) ->
            one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0
                            || one.equals(other)
                    ? 0
                    : 1;

    private JsonTexts() {}

    /// Reads the text as JSON; null when it is none.
    ///
    /// @throws UnjudgeableException when it is nested too deeply to tell
    static @Nullable JsonNode parse(String text) {
        try {
            AssertionBudget.spend(text.length());
            JsonNode read = STRICT.readTree(text);
            return read.isMissingNode() ? null : read;
        } catch (StreamConstraintsException bound) {
            throw tooComplex();
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /// Compares as JSON: in whatever order keys are, and 1 is 1.0.
    static boolean areEqual(JsonNode one, @Nullable JsonNode other) {
        return other != null && one.equals(BY_VALUE, other);
    }

    /// Finds the JSON objects in a text, one behind the other, those inside others left out.
    ///
    /// @throws UnjudgeableException when that takes too long to find
    static List<JsonNode> objectsIn(String text) {
        char[] characters = text.toCharArray();
        List<JsonNode> found = new ArrayList<>();
        long read = 0;
        for (int begin = text.indexOf('{'); begin >= 0; begin = text.indexOf('{', begin)) {
            try (JsonParser parser = LENIENT.createParser(characters, begin, characters.length - begin)) {
                boolean isObject = isObject(parser, found);
                long length = parser.currentLocation().getCharOffset();
                read += length;
                AssertionBudget.spend(length);
                begin += isObject ? (int) Math.max(1, length) : 1;
            }
            if (read > MAX_PARSED_CHARACTERS) {
                throw UnjudgeableException.tooComplex(
                        "The output begins too many JSON objects: more than %,d characters were read"
                                .formatted(MAX_PARSED_CHARACTERS));
            }
        }
        return found;
    }

    private static boolean isObject(JsonParser parser, List<JsonNode> found) {
        try {
            return found.add(LENIENT.readTree(parser));
        } catch (StreamConstraintsException bound) {
            throw tooComplex();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static tools.jackson.core.json.JsonFactoryBuilder factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_LEVELS)
                        .build());
    }

    private static UnjudgeableException tooComplex() {
        return UnjudgeableException.tooComplex(
                "The JSON is nested deeper than %d levels, or has a number of more than 1,000 digits"
                        .formatted(MAX_LEVELS));
    }
}
