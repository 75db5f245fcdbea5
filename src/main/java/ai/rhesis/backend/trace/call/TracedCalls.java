package ai.rhesis.backend.trace.call;

import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.CallTraces;
import ai.rhesis.backend.integration.endpoint.EndpointCall;
import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.trace.store.SpanStore;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The traces of our own calls. A call outside runs is written at once, because whoever asked may look at its trace
/// with the answer; those of runs are written behind them.
///
/// A connected program tells of the calls of its functions itself.
@Component
class TracedCalls implements CallTraces {

    private static final Logger log = LoggerFactory.getLogger(TracedCalls.class);

    private final SpanStore spans;
    private final SpansBehindRuns behind;
    private final ConversationTraces conversations;

    TracedCalls(SpanStore spans, SpansBehindRuns behind, ConversationTraces conversations) {
        this.spans = spans;
        this.behind = behind;
        this.conversations = conversations;
    }

    @Override
    public CallContext contextOf(EndpointSnapshot endpoint, Question question) {
        CallContext begun = CallContext.begin(null);
        if (question.conversationId() == null || !endpoint.place().isTraced()) {
            return begun;
        }
        try {
            String known = conversations.find(endpoint.id(), question.conversationId());
            return known == null ? begun : new CallContext(known, null);
        } catch (DataAccessException | TransactionException unreachable) {
            log.warn("The trace of a conversation could not be looked up: {}", LoggedFailure.words(unreachable));
            return begun;
        }
    }

    @Override
    public void ended(EndpointCall call) {
        if (call.context().test() == null) {
            writeNow(call);
        } else if (!call.isOfProgram()) {
            behind.put(Tenant.current(), CallSpan.of(call));
        }
    }

    private void writeNow(EndpointCall call) {
        try {
            String conversation = call.conversationId();
            if (conversation != null) {
                conversations.keep(call.endpoint().id(), conversation, call.traceId());
            }
            if (!call.isOfProgram()) {
                spans.receiveOwn(List.of(CallSpan.of(call)));
            }
        } catch (DataAccessException | TransactionException | ProblemException | CancellationException unwritten) {
            log.warn("The trace of a call could not be written: {}", LoggedFailure.words(unwritten));
        }
    }
}
