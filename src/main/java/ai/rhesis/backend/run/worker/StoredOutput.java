package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.conversation.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The output of a test as it is stored and read: `{output, conversation_id?, context[]?, metadata?,
/// tool_calls?, sent_files[]?}`, of a conversation with its turns under `conversation_summary`.
final class StoredOutput {

    private static final String TURNS = "conversation_summary";
    private static final String USER = "penelope_message";
    private static final String TARGET = "target_response";
    private static final String FILES = "sent_files";

    private StoredOutput() {}

    /// @param files that went with the question
    static ObjectNode of(Answer answer, List<AttachedFile> files) {
        ObjectNode output = of(answer);
        putFiles(output, files);
        return output;
    }

    private static ObjectNode of(Answer answer) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("output", answer.output());
        put(output, "conversation_id", answer.conversationId() == null ? null : text(answer.conversationId()));
        put(output, "context", answer.context());
        put(output, "metadata", answer.metadata());
        put(output, "tool_calls", answer.toolCalls());
        return output;
    }

    static ObjectNode of(Transcript transcript) {
        List<Transcript.Turn> turns = transcript.turns();
        ObjectNode output = turns.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : of(turns.getLast().answer());
        put(output, "conversation_id", transcript.conversationId() == null ? null : text(transcript.conversationId()));
        output.put("goal_met", transcript.goalMet());
        ArrayNode summary = output.putArray(TURNS);
        turns.forEach(turn -> putFiles(
                summary.addObject()
                        .put("turn", turn.turn())
                        .put(USER, turn.userMessage())
                        .put(TARGET, turn.answer().output())
                        .put("execution_time", turn.latencyMillis()),
                turn.files()));
        return output;
    }

    static ObjectNode ofError(String error) {
        return JsonNodeFactory.instance.objectNode().putNull("output").put("error", error);
    }

    /// Returns the answer behind a stored output.
    static Answer answer(JsonNode stored, Usage usage) {
        return new Answer(
                stored.path("output").isNull() ? null : stored.path("output").asString(null),
                stored.path("conversation_id").asString(null),
                stored.get("context"),
                stored.get("metadata"),
                stored.get("tool_calls"),
                usage);
    }

    /// Returns the messages of a stored conversation; none of a single exchange.
    static List<Message> messages(JsonNode stored) {
        List<Message> messages = new ArrayList<>();
        stored.path(TURNS).forEach(turn -> {
            messages.add(Message.user(turn.path(USER).asString("")));
            messages.add(Message.assistant(turn.path(TARGET).asString("")));
        });
        return messages;
    }

    static List<Message> messages(Transcript transcript) {
        return transcript.turns().stream()
                .flatMap(turn -> Stream.of(
                        Message.user(turn.userMessage()),
                        Message.assistant(
                                turn.answer().output() == null
                                        ? ""
                                        : turn.answer().output())))
                .toList();
    }

    private static void putFiles(ObjectNode output, List<AttachedFile> files) {
        if (!files.isEmpty()) {
            ArrayNode sent = output.putArray(FILES);
            files.forEach(file -> sent.addObject()
                    .put("filename", file.filename())
                    .put("content_type", file.contentType())
                    .put("size_bytes", file.sizeBytes()));
        }
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    private static void put(ObjectNode output, String key, @Nullable JsonNode value) {
        if (value != null && !value.isNull()) {
            output.set(key, value);
        }
    }
}
