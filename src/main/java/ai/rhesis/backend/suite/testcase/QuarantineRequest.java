package ai.rhesis.backend.suite.testcase;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A quarantine as a client asks for it.
///
/// @param until the moment at which it ends by itself; without it, it stays until it is lifted
record QuarantineRequest(
        @NotBlank @Size(max = 4000) String reason,
        @Future @Nullable Instant until) {}
