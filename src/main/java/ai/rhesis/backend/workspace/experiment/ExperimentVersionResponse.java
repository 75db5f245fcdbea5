package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.workspace.parameter.ParameterValue;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of an experiment as a client reads it.
record ExperimentVersionResponse(
        String version,
        String contentHash,
        String schemaFingerprint,
        Map<String, ParameterValue> values,
        @Nullable String parentVersion,
        @Nullable String message,
        Instant createdAt,
        UUID createdByUserId) {

    static ExperimentVersionResponse of(ExperimentVersion version) {
        Integer parent = version.parentNumber();
        return new ExperimentVersionResponse(
                version.label(),
                version.contentHash(),
                version.schemaFingerprint(),
                version.values().byName(),
                parent == null ? null : ExperimentVersion.label(parent),
                version.message(),
                version.createdAt(),
                version.createdBy());
    }
}
