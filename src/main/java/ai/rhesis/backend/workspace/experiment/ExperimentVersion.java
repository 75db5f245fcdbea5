package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.workspace.parameter.ParameterValues;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Values as they were committed to an experiment, which never change.
///
/// @param parentNumber of the version that these values were made from
public record ExperimentVersion(
        int number,
        String contentHash,
        String schemaFingerprint,
        ParameterValues values,
        @Nullable Integer parentNumber,
        @Nullable String message,
        Instant createdAt,
        UUID createdBy) {

    /// Returns the version as clients call it: `v1`.
    public String label() {
        return label(number);
    }

    public static String label(int number) {
        return "v" + number;
    }
}
