package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A call of a tool.
///
/// @param arguments JSON where the sender's text can be read as such, else the text
/// @param result null where the span does not tell it
public record ToolCall(
        @Nullable String id,
        String name,
        @Nullable JsonNode arguments,
        @Nullable JsonNode result) {}
