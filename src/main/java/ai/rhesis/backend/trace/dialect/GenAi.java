package ai.rhesis.backend.trace.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The OpenTelemetry conventions for generative AI since 1.37, also as they go on in a repository of their own:
/// messages are attributes, of the span or of one event that holds the details.
final class GenAi implements Convention {

    private static final String DETAILS = "gen_ai.client.inference.operation.details";
    private static final String[] OWN_NAMES = {
        "gen_ai.provider.name",
        "gen_ai.input.messages",
        "gen_ai.output.messages",
        "gen_ai.system_instructions",
        "gen_ai.tool.call.arguments",
        "gen_ai.tool.call.result",
        "gen_ai.retrieval.query.text",
        "gen_ai.retrieval.documents",
        "gen_ai.memory.query.text",
        "gen_ai.memory.records",
        "gen_ai.workflow.name"
    };

    @Override
    public String code() {
        return "gen_ai";
    }

    @Override
    public boolean knows(SpanFacts span) {
        return span.attributes().has(OWN_NAMES) || span.hasEvent(List.of(DETAILS));
    }

    @Override
    public void read(SpanFacts span, ReadingDraft draft) {
        GenAiVocabulary.read(span, draft);
        Stream.concat(Stream.of(span.attributes()), span.events(DETAILS)).forEach(told -> readContent(told, draft));
    }

    private static void readContent(Attributes told, ReadingDraft draft) {
        GenAiVocabulary.readModel(told, draft);
        draft.input(SpanMessage.shown(asked(told)));
        draft.output(MessageReader.all(told.value("gen_ai.output.messages"), "assistant"));
        draft.input(told.value("gen_ai.retrieval.query.text", "gen_ai.memory.query.text"))
                .output(told.json("gen_ai.retrieval.documents", "gen_ai.memory.records"));
    }

    private static List<SpanMessage> asked(Attributes told) {
        List<SpanMessage> messages = new ArrayList<>();
        JsonNode instructions = told.json("gen_ai.system_instructions");
        if (instructions != null) {
            messages.add(new Parts().add(instructions).message("system", null));
        }
        messages.addAll(MessageReader.all(told.value("gen_ai.input.messages"), "user"));
        return messages.stream().filter(Objects::nonNull).toList();
    }
}
