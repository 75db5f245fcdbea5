package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TokenMeter;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The calls to endpoints outside runs, whose tokens are counted at once, as no result tells them.
@Component
public class CountedCalls {

    private final Endpoints endpoints;
    private final TokenMeter meter;
    private final CallTraces traces;

    CountedCalls(Endpoints endpoints, TokenMeter meter, CallTraces traces) {
        this.endpoints = endpoints;
        this.meter = meter;
        this.traces = traces;
    }

    /// Asks an endpoint as it is now.
    ///
    /// @throws ai.rhesis.backend.platform.egress.CallException when there is no answer
    public Answer ask(UUID endpointId, Question question) {
        return ask(endpoints.snapshot(endpointId), question);
    }

    /// @throws ai.rhesis.backend.platform.egress.CallException when there is no answer
    public Answer ask(EndpointSnapshot endpoint, Question question) {
        return counted(endpoints.ask(endpoint, question, traces.contextOf(endpoint, question)));
    }

    /// Asks a stored endpoint by other mappings than its own, which leaves no trace.
    Answer tryOut(UUID endpointId, MappingTrialRequest trial) {
        EndpointSnapshot endpoint = trial.on(endpoints.snapshot(endpointId));
        return counted(endpoints.ask(endpoint, trial.question(), CallContext.UNTRACED));
    }

    Answer tryOut(UnsavedEndpointRequest request) {
        return counted(endpoints.tryOut(request));
    }

    private Answer counted(Answer answer) {
        meter.count(answer.usage());
        return answer;
    }
}
