package ai.rhesis.backend.integration.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The mapped answer of a target: its known outputs, each as JSON where it is more than a text.
///
/// @param traceId of the trace that the call left; null where it left none
public record Answer(
        @Nullable String output,
        @Nullable String conversationId,
        @Nullable JsonNode context,
        @Nullable JsonNode metadata,
        @Nullable JsonNode toolCalls,
        Usage usage,
        @Nullable String traceId) {

    public Answer(
            @Nullable String output,
            @Nullable String conversationId,
            @Nullable JsonNode context,
            @Nullable JsonNode metadata,
            @Nullable JsonNode toolCalls,
            Usage usage) {
        this(output, conversationId, context, metadata, toolCalls, usage, null);
    }

    /// Returns the same answer with the trace that the call left.
    public Answer tracedBy(@Nullable String trace) {
        return new Answer(output, conversationId, context, metadata, toolCalls, usage, trace);
    }
}
