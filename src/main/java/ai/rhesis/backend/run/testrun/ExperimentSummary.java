package ai.rhesis.backend.run.testrun;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The experiment that a run was started with, as it was then.
///
/// @param version the label of the version: `v1`
public record ExperimentSummary(
        String id, String name, String version, @Nullable String sourceEnvironment, String visibility) {

    static @Nullable ExperimentSummary of(ParameterSnapshot snapshot) {
        return snapshot.isEmpty()
                ? null
                : new ExperimentSummary(
                        required(snapshot, ParameterSnapshot.EXPERIMENT),
                        required(snapshot, ParameterSnapshot.NAME),
                        required(snapshot, ParameterSnapshot.VERSION),
                        snapshot.text(ParameterSnapshot.ENVIRONMENT),
                        required(snapshot, ParameterSnapshot.VISIBILITY));
    }

    private static String required(ParameterSnapshot snapshot, String key) {
        return Objects.requireNonNull(snapshot.text(key), key);
    }
}
