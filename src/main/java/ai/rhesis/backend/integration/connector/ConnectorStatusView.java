package ai.rhesis.backend.integration.connector;

import java.util.List;
import java.util.UUID;

/// The state of a service.
///
/// @param functions those of the connection that is called
record ConnectorStatusView(UUID projectId, String environment, boolean connected, List<RegisteredFunction> functions) {}
