package ai.rhesis.backend.integration.connector;

import java.util.UUID;

/// The way to a connection.
record ConnectorRoute(UUID connectionId, UUID nodeId) {}
