package ai.rhesis.backend.integration.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON objects in a text of a model, between sentences or in code fences, also with trailing commas, raw line
/// breaks, comments, single quotes and the words of Python.
final class JsonObjects {

    private static final int MAX_OBJECTS = 1_000;
    private static final int MAX_BROKEN = 20;

    /// A brace that begins an object, told from one in a sentence by the key behind it.
    private static final Pattern BEGINNING = Pattern.compile("\\{\\s*(?:\"[^\"]{0,200}\"|'[^']{0,200}')\\s*:");

    private static final Pattern PYTHON =
            Pattern.compile("(?<=[:,\\[]\\s{0,20})(?:True|False|None)(?=\\s{0,20}[,}\\]])");
    private static final Map<String, String> JSON_BY_PYTHON = Map.of("True", "true", "False", "false", "None", "null");

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonObjects() {}

    /// Returns the place of the first object, the length of the text when there is none.
    static int firstIn(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        return beginning.find() ? beginning.start() : text.length();
    }

    /// Finds all objects that stand in no other.
    ///
    /// @throws UnreadableAnswerException when one of them is broken, because what stands in it may be a quotation
    static List<JsonNode> in(String text) throws UnreadableAnswerException {
        List<JsonNode> found = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(text);
        for (int from = 0; beginning.find(from); ) {
            if (found.size() == MAX_OBJECTS) {
                throw new UnreadableAnswerException("the answer holds more than " + MAX_OBJECTS + " objects");
            }
            from = beginning.start() + read(text.substring(beginning.start()), found);
        }
        return found;
    }

    /// Finds all objects that can be read and stand in no other of them: those within a broken one too, as where an
    /// answer was cut off.
    static List<JsonNode> readableIn(String text) {
        List<JsonNode> found = new ArrayList<>();
        Matcher beginning = BEGINNING.matcher(text);
        int broken = 0;
        for (int from = 0; beginning.find(from) && found.size() < MAX_OBJECTS && broken < MAX_BROKEN; ) {
            from = beginning.start() + 1;
            try {
                from = beginning.start() + read(text.substring(beginning.start()), found);
            } catch (UnreadableAnswerException unreadable) {
                broken++;
            }
        }
        return found;
    }

    private static int read(String text, List<JsonNode> found) throws UnreadableAnswerException {
        try {
            return parse(text, found);
        } catch (JacksonException notJson) {
            return readPython(text, found);
        }
    }

    // each word has as many letters as the one in its place, so that the length stays
    private static int readPython(String text, List<JsonNode> found) throws UnreadableAnswerException {
        try {
            return parse(PYTHON.matcher(text).replaceAll(word -> JSON_BY_PYTHON.get(word.group())), found);
        } catch (JacksonException broken) {
            throw new UnreadableAnswerException("the answer is not JSON");
        }
    }

    /// Reads the object that a text begins with and returns its length.
    private static int parse(String text, List<JsonNode> found) {
        try (JsonParser parser = LENIENT.createParser(text)) {
            found.add(parser.readValueAsTree());
            return (int) parser.currentLocation().getCharOffset();
        }
    }
}
