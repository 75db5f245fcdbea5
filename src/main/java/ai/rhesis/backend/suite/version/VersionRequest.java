package ai.rhesis.backend.suite.version;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A version as a client asks for it.
///
/// @param label a name that no other version of the set has
record VersionRequest(
        @Pattern(regexp = LABEL, message = LABEL_RULE) @Nullable
        String label,

        @Size(max = 4000) @Nullable String description) {

    /// A name that can't be taken for a number or a hash.
    static final String LABEL = "(?![0-9a-f]{64}$)[a-z][a-z0-9._-]{0,62}";

    static final String LABEL_RULE = "must be 1 to 63 of a-z, 0-9, ., _ and -, and begin with a letter";
}
