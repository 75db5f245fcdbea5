package ai.rhesis.backend.endpoint;

import ai.rhesis.backend.target.Answer;
import ai.rhesis.backend.target.Question;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Endpoints, ready to be called. Call it outside any transaction: it reads the secret in one of its own.
@Component
public class Endpoints {

    /// The endpoint as it is now.
    public EndpointSnapshot snapshot(UUID endpointId) {
        throw new UnsupportedOperationException();
    }

    /// Asks once, with attempts after failures that may pass.
    ///
    /// @throws ai.rhesis.backend.egress.CallException when there is no answer
    public Answer ask(EndpointSnapshot endpoint, Question question) {
        throw new UnsupportedOperationException();
    }
}
