package ai.rhesis.backend.trace.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenTelemetry conventions for generative AI up to 1.36, where each message is an event of its own, and
/// before 1.28, where all of them were one attribute.
final class GenAiEvents implements Convention {

    private static final String CHOICE = "gen_ai.choice";
    private static final Map<String, String> ROLES = Map.of(
            "gen_ai.system.message", "system",
            "gen_ai.user.message", "user",
            "gen_ai.assistant.message", "assistant",
            "gen_ai.tool.message", "tool");
    private static final List<String> EVENTS = List.of(
            CHOICE,
            "gen_ai.system.message",
            "gen_ai.user.message",
            "gen_ai.assistant.message",
            "gen_ai.tool.message",
            "gen_ai.content.prompt",
            "gen_ai.content.completion");

    @Override
    public String code() {
        return "gen_ai_1_36";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return span.attributes()
                        .has(
                                "gen_ai.system",
                                "gen_ai.operation.name",
                                "gen_ai.request.model",
                                "gen_ai.response.model",
                                "gen_ai.tool.name",
                                "gen_ai.prompt",
                                "gen_ai.completion")
                || span.hasEvent(EVENTS);
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        GenAiVocabulary.read(span, draft);
        ToolCall execution = GenAiVocabulary.execution(span.attributes());
        if (execution != null) {
            readExecution(span, execution, draft);
        }
        draft.input(SpanMessage.shown(asked(span)));
        draft.output(answers(span));
        span.events("gen_ai.content.prompt").forEach(event -> readPlain(event, draft));
        span.events("gen_ai.content.completion").forEach(event -> readPlain(event, draft));
        readPlain(span.attributes(), draft);
    }

    private static void readPlain(Attributes told, ReadingDraft draft) {
        draft.input(SpanMessage.shown(MessageReader.all(told.value("gen_ai.prompt"), "user")));
        draft.output(MessageReader.all(told.value("gen_ai.completion"), "assistant"));
    }

    private static List<SpanMessage> asked(SpanFacts span) {
        List<SpanMessage> messages = new ArrayList<>();
        span.events().forEach(event -> {
            String role = ROLES.get(SpanFacts.nameOf(event));
            if (role != null) {
                messages.add(message(SpanFacts.attributesOf(event), role));
            }
        });
        return messages.stream().filter(message -> !message.isEmpty()).toList();
    }

    private static List<SpanMessage> answers(SpanFacts span) {
        return span.events(CHOICE)
                .map(event -> message(event, "assistant"))
                .filter(message -> !message.isEmpty())
                .toList();
    }

    private static SpanMessage message(Attributes event, String role) {
        ObjectNode body = body(event);
        JsonNode inner = Json.first(body, "message");
        SpanMessage message = MessageReader.one(inner == null || inner.isObject() ? body : inner, role);
        return message.role().equals("tool") && message.callId() == null
                ? new SpanMessage("tool", message.content(), null, List.of(), Json.firstName(body, "id"))
                : message;
    }

    /// Returns the fields of a message, which are attributes of the event, or in one of them.
    private static ObjectNode body(Attributes event) {
        JsonNode whole = event.json("gen_ai.event.content", "body");
        if (whole instanceof ObjectNode object) {
            return object;
        }
        ObjectNode body = Json.object();
        event.told().properties().forEach(field -> body.set(field.getKey(), Json.parsed(field.getValue())));
        if (whole != null) {
            body.set("content", whole);
        }
        return body;
    }

    /// Takes the message to a tool as its arguments, and its choice as the result.
    private static void readExecution(SpanFacts span, ToolCall execution, ReadingDraft draft) {
        draft.operation(Operations.TOOL)
                .execution(new ToolCall(
                        execution.id(), execution.name(), first(span, "gen_ai.tool.message"), first(span, CHOICE)));
    }

    private static @Nullable JsonNode first(SpanFacts span, String event) {
        return span.events(event)
                .findFirst()
                .map(told -> Json.first(body(told), "content", "message"))
                .map(Json::parsed)
                .orElse(null);
    }
}
