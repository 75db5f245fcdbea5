package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import ai.rhesis.backend.suite.version.VersionNumber;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that is about to be executed.
///
/// @param referenceTestRunId the run whose stored outputs are judged again
/// @param version the version that was run then; without it, the run is of the set as it is now
/// @param parameters the parameter values that it is run with
public record NewRun(
        TestConfiguration configuration,
        String name,
        String targetName,
        @Nullable String testSetName,
        @Nullable UUID referenceTestRunId,
        @Nullable VersionNumber version,
        @Nullable Map<String, @Nullable Object> attributes,
        ParameterSnapshot parameters) {

    /// The same of a version that was run before.
    public NewRun of(@Nullable VersionNumber ran) {
        return new NewRun(
                configuration, name, targetName, testSetName, referenceTestRunId, ran, attributes, parameters);
    }
}
