package ai.rhesis.backend.suite.version;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// The label that a version is to have; null takes it away.
record LabelRequest(
        @Pattern(regexp = VersionRequest.LABEL, message = VersionRequest.LABEL_RULE) @Nullable
        String label) {}
