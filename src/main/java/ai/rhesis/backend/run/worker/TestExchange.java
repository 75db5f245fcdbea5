package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.conversation.Script;
import ai.rhesis.backend.integration.conversation.Transcript;
import ai.rhesis.backend.metric.evaluation.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The exchange between a test and its target, as it is stored and as metrics judge it.
record TestExchange(JsonNode output, Evidence evidence, Usage usage) {

    static TestExchange of(Item item, Answer answer, long latencyMillis) {
        return new TestExchange(
                StoredOutput.of(answer, item.files().found()),
                evidence(item, answer, List.of(), latencyMillis),
                answer.usage());
    }

    static TestExchange of(Item item, Transcript transcript) {
        Answer last = transcript.turns().getLast().answer();
        long latencyMillis = transcript.turns().stream()
                .mapToLong(Transcript.Turn::latencyMillis)
                .sum();
        Usage usage =
                transcript.turns().stream().map(turn -> turn.answer().usage()).reduce(Usage.UNKNOWN, Usage::plus);
        return new TestExchange(
                StoredOutput.of(transcript),
                evidence(item, last, StoredOutput.messages(transcript), latencyMillis),
                usage);
    }

    static TestExchange of(Item item, Item.Stored stored, JsonNode output) {
        return new TestExchange(
                output,
                evidence(
                        item,
                        StoredOutput.answer(output, stored.usage()),
                        StoredOutput.messages(output),
                        stored.latencyMillis()),
                stored.usage());
    }

    private static Evidence evidence(Item item, Answer answer, List<Message> conversation, long latencyMillis) {
        Script script = item.script();
        return new Evidence(
                input(item, script),
                answer.output(),
                item.expected(),
                context(item, answer),
                answer.metadata(),
                answer.toolCalls(),
                conversation,
                script == null ? null : script.goal(),
                latencyMillis,
                answer.usage().costMicros());
    }

    /// Returns the context that the target tells, or else the one that the test carries.
    private static @Nullable JsonNode context(Item item, Answer answer) {
        JsonNode given = answer.context();
        boolean isGiven = given != null && !given.isNull() && !(given.isContainer() && given.isEmpty());
        return isGiven || item.context() == null ? given : item.context();
    }

    private static String input(Item item, @Nullable Script script) {
        if (item.input() != null) {
            return item.input();
        }
        return script == null ? "" : script.goal();
    }
}
