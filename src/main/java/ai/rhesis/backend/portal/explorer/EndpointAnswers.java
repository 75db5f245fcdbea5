package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.CountedCalls;
import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The answers of endpoints to the inputs of trees.
@Component
public class EndpointAnswers {

    private final ExplorerSettings settings;
    private final Endpoints endpoints;
    private final CountedCalls calls;

    EndpointAnswers(ExplorerSettings settings, Endpoints endpoints, CountedCalls calls) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.calls = calls;
    }

    /// Returns the endpoint to ask as it is now: the named one, else that of the tree.
    ///
    /// @throws ProblemException 400 when there is neither, 404 or 410 when it is none
    public EndpointSnapshot endpointFor(String key, @Nullable UUID named) {
        return endpoints.snapshot(settings.endpointFor(key, named));
    }

    /// Asks once, and tells a failure as an answer. Call it outside any transaction.
    public GivenAnswer ask(EndpointSnapshot endpoint, String input) {
        try {
            return GivenAnswer.of(calls.ask(endpoint, Question.of(input)).output());
        } catch (CallException failure) {
            return GivenAnswer.failed(String.valueOf(failure.getMessage()));
        }
    }
}
