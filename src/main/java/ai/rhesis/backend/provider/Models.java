package ai.rhesis.backend.provider;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// Stored models, ready to be called. Call it outside any transaction: it reads the key in one of its own.
@Component
public class Models {

    /// The model as it is now.
    public ModelSnapshot snapshot(UUID modelId) {
        throw new UnsupportedOperationException();
    }

    /// @throws ai.rhesis.backend.egress.CallException when there is no answer, after all attempts
    public Reply chat(ModelSnapshot model, Chat chat) {
        throw new UnsupportedOperationException();
    }
}
