package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.platform.egress.CallException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A call to an endpoint that came to its end.
///
/// @param answer null where there was none
/// @param failure why there was no answer
public record EndpointCall(
        EndpointSnapshot endpoint,
        Question question,
        CallContext context,
        Instant start,
        Instant end,
        @Nullable Answer answer,
        @Nullable CallException failure) {

    /// Tells whether a connected program was called, which tells of its work itself.
    public boolean isOfProgram() {
        return endpoint.isFunction();
    }

    /// Returns the trace that it left: that of the answer, where the program told one.
    public String traceId() {
        String told = answer == null ? null : answer.traceId();
        return told == null ? Objects.requireNonNull(context.traceId()) : told;
    }

    /// Returns the conversation that it belongs to: that of the answer, which may have begun it, else that of the
    /// question.
    public @Nullable String conversationId() {
        return answer == null || answer.conversationId() == null ? question.conversationId() : answer.conversationId();
    }
}
