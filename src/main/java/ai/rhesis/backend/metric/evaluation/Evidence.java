package ai.rhesis.backend.metric.evaluation;

import ai.rhesis.backend.integration.chat.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The evidence that a metric judges: one exchange with a target, or a whole conversation.
///
/// @param conversation all messages of a multi-turn test, else empty
/// @param latencyMillis how long the target took
/// @param costMicros what the target's answer cost, in millionths of a US dollar
/// @param goal what a multi-turn test is after
public record Evidence(
        String input,
        @Nullable String output,
        @Nullable String expected,
        @Nullable JsonNode context,
        @Nullable JsonNode metadata,
        @Nullable JsonNode toolCalls,
        List<Message> conversation,
        @Nullable String goal,
        long latencyMillis,
        @Nullable Long costMicros) {}
