package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.template.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer of an endpoint, as a client reads it.
record InvokeResponse(
        @Nullable String output,
        @Nullable String conversationId,
        @Nullable List<?> context,
        @Nullable Map<?, ?> metadata,
        @Nullable Object toolCalls,
        @Nullable String traceId) {

    static InvokeResponse of(Answer answer) {
        return new InvokeResponse(
                answer.output(),
                answer.conversationId(),
                answer.context() != null && Values.of(answer.context()) instanceof List<?> list ? list : null,
                answer.metadata() != null && Values.of(answer.metadata()) instanceof Map<?, ?> map ? map : null,
                answer.toolCalls() == null ? null : Values.of(answer.toolCalls()),
                answer.traceId());
    }
}
