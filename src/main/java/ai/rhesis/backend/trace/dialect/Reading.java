package ai.rhesis.backend.trace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The meaning of a span, as one version of the mappings reads it.
///
/// @param dialect the convention that it was read by; null where it follows none
/// @param operation the kind of work, such as `llm.invoke`, `tool.invoke`, `retrieval`
/// @param input a text, or JSON where it is more than a text
/// @param output a text, or JSON where it is more than a text
/// @param provider of the model, such as `openai`
/// @param inputTokens with those read from a cache
/// @param outputTokens with those of reasoning
/// @param costUsd only where the span itself tells it
/// @param toolCalls calls that the span asks for or makes
/// @param conversationId the conversation or session that the span belongs to
/// @param userId the end user that the application names
public record Reading(
        @Nullable String dialect,
        @Nullable String operation,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long totalTokens,
        @Nullable Double costUsd,
        List<ToolCall> toolCalls,
        @Nullable String conversationId,
        @Nullable String userId) {

    /// The reading of a span that follows no convention.
    public static final Reading NONE =
            new Reading(null, null, null, null, null, null, null, null, null, null, List.of(), null, null);
}
