package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that is about to be executed.
///
/// @param referenceTestRunId the run whose stored outputs are judged again
/// @param version the version that was run then; without it, the run is of the set as it is now
/// @param parameters the parameter values that it is run with
/// @param mode how it is executed
public record NewRun(
        TestConfiguration configuration,
        String name,
        String targetName,
        @Nullable String testSetName,
        @Nullable UUID referenceTestRunId,
        @Nullable PinnedVersion version,
        @Nullable Map<String, @Nullable Object> attributes,
        ParameterSnapshot parameters,
        RunMode mode) {

    /// Returns the same run with these parameter values.
    public NewRun with(ParameterSnapshot values) {
        return new NewRun(
                configuration, name, targetName, testSetName, referenceTestRunId, version, attributes, values, mode);
    }

    /// Returns the same run in this mode.
    public NewRun as(RunMode chosen) {
        return new NewRun(
                configuration,
                name,
                targetName,
                testSetName,
                referenceTestRunId,
                version,
                attributes,
                parameters,
                chosen);
    }

    /// Returns the same run of a version that was run before.
    public NewRun of(@Nullable PinnedVersion ran) {
        return new NewRun(
                configuration, name, targetName, testSetName, referenceTestRunId, ran, attributes, parameters, mode);
    }
}
