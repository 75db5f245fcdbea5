package ai.rhesis.backend.integration.connector;

import java.util.List;
import java.util.UUID;

/// A service under test: the programs of one project and environment, of which the newest connection is called.
///
/// @param environment `production`, `staging`, `development` or `local`
public record SdkService(UUID projectId, String environment) {

    static final List<String> ENVIRONMENTS = List.of("production", "staging", "development", "local");
    static final String DEFAULT_ENVIRONMENT = "development";
}
