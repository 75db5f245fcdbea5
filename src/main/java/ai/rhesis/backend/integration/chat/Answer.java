package ai.rhesis.backend.integration.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a target answered, after its mapping: the known outputs, each as JSON where it is more than a text.
public record Answer(
        @Nullable String output,
        @Nullable String conversationId,
        @Nullable JsonNode context,
        @Nullable JsonNode metadata,
        @Nullable JsonNode toolCalls,
        Usage usage) {}
