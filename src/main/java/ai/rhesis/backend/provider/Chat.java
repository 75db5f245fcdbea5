package ai.rhesis.backend.provider;

import ai.rhesis.backend.target.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a model is asked.
///
/// @param answerSchema a JSON Schema that the answer must follow, null for free text
public record Chat(
        List<Message> messages,
        Map<String, Object> parameters,
        @Nullable JsonNode answerSchema) {}
