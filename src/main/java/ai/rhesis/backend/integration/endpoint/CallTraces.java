package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;

/// The traces of calls to endpoints. Whatever becomes of a trace, the call is not disturbed.
public interface CallTraces {

    /// Returns the context of a call outside runs: the trace of the conversation that the question goes on with, else
    /// a new one.
    CallContext contextOf(EndpointSnapshot endpoint, Question question);

    /// Notes a call that came to its end. It is called outside any transaction, in the tenant of the call.
    ///
    /// @param call in a trace
    void ended(EndpointCall call);
}
