package ai.rhesis.backend.portal.playground;

import ai.rhesis.backend.integration.chat.Answer;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer of an endpoint, and the conversation to go on in.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChatAnswer(
        String output,
        @Nullable String traceId,
        UUID endpointId,
        @Nullable String conversationId) {

    static ChatAnswer of(ChatMessage message, Answer answer) {
        return new ChatAnswer(
                answer.output() == null ? "" : answer.output(),
                answer.traceId(),
                message.endpointId(),
                answer.conversationId() == null ? message.conversationId() : answer.conversationId());
    }
}
