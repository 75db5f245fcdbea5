package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.platform.egress.CallException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A call to an endpoint that is noted in its trace, whether there is an answer or not.
record TracedCall(CallTraces traces, EndpointSnapshot endpoint, Question question, CallContext context) {

    /// Makes the call. Its answer names the trace.
    ///
    /// @throws CallException when there is no answer
    Answer make(Supplier<Answer> call) {
        if (context.traceId() == null) {
            return call.get();
        }
        Instant start = Instant.now();
        try {
            Answer given = call.get();
            Answer answer = given.traceId() == null ? given.tracedBy(context.traceId()) : given;
            note(start, answer, null);
            return answer;
        } catch (CallException failure) {
            note(start, null, failure);
            throw failure;
        }
    }

    private void note(Instant start, @Nullable Answer answer, @Nullable CallException failure) {
        traces.ended(new EndpointCall(endpoint, question, context, start, Instant.now(), answer, failure));
    }
}
