package ai.rhesis.backend.integration.endpoint.mapping;

import ai.rhesis.backend.integration.template.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The parsed answer of a target.
///
/// @param content plain data; a text for the format `text`
public record Document(@Nullable Object content) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param format `json`, `xml` or `text`
    /// @throws MappingException when it is not of the format
    public static Document of(String format, String text) {
        return switch (format) {
            case "text" -> new Document(text);
            case "xml" -> new Document(Xml.read(text));
            default -> new Document(json(text));
        };
    }

    private static @Nullable Object json(String text) {
        try {
            return Values.of(JSON.readTree(text));
        } catch (JacksonException noJson) {
            throw new MappingException("", "the answer is not JSON");
        }
    }

    /// Creates the document of a text that came in pieces.
    public static Document ofPieces(String text) {
        return new Document(Map.of("content", text));
    }

    /// Tells whether it is an object that has this text under the key.
    public boolean says(String key, String text) {
        return content instanceof Map<?, ?> object && text.equals(object.get(key));
    }

    /// Tells whether it is a number, true, false or null by itself.
    public boolean isBare() {
        return content == null || content instanceof Number || content instanceof Boolean;
    }

    /// Returns the names for templates: the keys of an object, or a text as `text`.
    @SuppressWarnings("unchecked")
    Map<String, ?> variables() {
        return switch (content) {
            case Map<?, ?> object -> (Map<String, ?>) object;
            case String text -> Map.of("text", text);
            case null, default -> Map.of();
        };
    }
}
