package ai.rhesis.backend.trace.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Inputs and outputs of spans as texts: what is more than a text is shown as JSON, or as the messages that
/// it is made of.
final class SpokenText {

    private static final String USER = "user";

    private SpokenText() {}

    /// Returns all of it as one text.
    static @Nullable String of(@Nullable JsonNode said) {
        if (said == null || said.isNull()) {
            return null;
        }
        return said.isString() ? said.stringValue() : said.toString();
    }

    /// Returns what was said last.
    static @Nullable String last(@Nullable JsonNode said) {
        return said == null || said.isNull() ? null : messages(said).getLast().text();
    }

    /// Returns the messages; what is made of none is one of the user.
    static List<Line> messages(JsonNode said) {
        boolean isChat = said instanceof ArrayNode
                && !said.isEmpty()
                && said.valueStream().allMatch(message -> message.path("role").isString());
        return isChat
                ? said.valueStream().map(Line::of).toList()
                : List.of(new Line(USER, said.isString() ? said.stringValue() : said.toString()));
    }

    /// A message of a chat.
    record Line(String role, String text) {

        static Line of(JsonNode message) {
            JsonNode content = message.path("content");
            String text = content.isMissingNode() || content.isNull()
                    ? SpokenText.of(without(message))
                    : SpokenText.of(content);
            return new Line(message.path("role").stringValue(), text == null ? "" : text);
        }

        private static JsonNode without(JsonNode message) {
            return message.valueStream().count() == 1 ? message.path("content") : message;
        }
    }
}
