package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that is about to be executed.
///
/// @param referenceTestRunId the run whose stored outputs are judged again
/// @param parameters the parameter values that it is run with
public record NewRun(
        TestConfiguration configuration,
        String name,
        String targetName,
        @Nullable String testSetName,
        @Nullable UUID referenceTestRunId,
        @Nullable Map<String, @Nullable Object> attributes,
        ParameterSnapshot parameters) {}
