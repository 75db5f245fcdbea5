package ai.rhesis.backend.integration.connector;

import java.util.UUID;

/// A service under test: the programs of one project and environment, of which the newest connection is called.
///
/// @param environment `production`, `staging`, `development` or `local`
public record SdkService(UUID projectId, String environment) {}
