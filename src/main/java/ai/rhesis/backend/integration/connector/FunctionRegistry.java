package ai.rhesis.backend.integration.connector;

import java.util.List;

/// The feature that turns registered functions into endpoints.
public interface FunctionRegistry {

    /// Registers the functions of a service, which are all that its newest program has.
    ///
    /// It runs outside any transaction, as the connection's user and in the project of the service, which that user
    /// can see and change. Nothing is written where nothing changed, and no function is called.
    SyncStats register(SdkService service, List<RegisteredFunction> functions);
}
