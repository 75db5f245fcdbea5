package ai.rhesis.backend.portal.playground;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.enclosure.Enclosure;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message to an endpoint of a project, with files that its mapping reaches as `{{ files }}`.
record ChatMessage(
        UUID endpointId,
        UUID projectId,
        String text,
        @Nullable String conversationId,
        List<Enclosure> files) {

    static final int MAX_TEXT = 1_000_000;

    private static final List<String> CONVERSATION = List.of("conversation_id", "session_id", "thread_id", "chat_id");

    /// Reads the payload of a message.
    ///
    /// @throws ProblemException 422 that names the bad key
    static ChatMessage of(JsonNode payload) {
        return new ChatMessage(
                id(payload, "endpoint_id"),
                id(payload, "project_id"),
                text(payload),
                conversation(payload),
                files(payload.path("files")));
    }

    Question toQuestion() {
        return new Question(text, List.of(Message.user(text)), conversationId, Map.of()).with(files);
    }

    private static UUID id(JsonNode payload, String key) {
        try {
            return UUID.fromString(payload.path(key).asString(""));
        } catch (IllegalArgumentException noId) {
            throw Problem.invalid(key, key + " must be a UUID").exception();
        }
    }

    private static String text(JsonNode payload) {
        JsonNode text = payload.path("message");
        if (!text.isString() || text.asString().isBlank() || text.asString().length() > MAX_TEXT) {
            throw Problem.invalid("message", "message must be a text of 1 to " + MAX_TEXT + " characters")
                    .exception();
        }
        return text.asString();
    }

    private static @Nullable String conversation(JsonNode payload) {
        Optional<JsonNode> named = CONVERSATION.stream()
                .map(payload::path)
                .filter(value -> value.isString() && !value.asString().isEmpty())
                .findFirst();
        return named.map(JsonNode::asString).orElse(null);
    }

    private static List<Enclosure> files(JsonNode files) {
        if (files.isMissingNode() || files.isNull()) {
            return List.of();
        }
        boolean areFiles = files.isArray()
                && files.size() <= Enclosure.MAX_COUNT
                && files.valueStream().allMatch(ChatMessage::isFile);
        if (!areFiles) {
            throw Problem.invalid(
                            "files",
                            "files must be up to " + Enclosure.MAX_COUNT
                                    + " objects with filename, content_type and data")
                    .exception();
        }
        return files.valueStream().map(ChatMessage::file).toList();
    }

    private static boolean isFile(JsonNode file) {
        return Stream.of("filename", "content_type", "data")
                .allMatch(key -> file.path(key).isString());
    }

    private static Enclosure file(JsonNode file) {
        return new Enclosure(
                file.path("filename").asString(),
                file.path("content_type").asString(),
                file.path("data").asString());
    }
}
