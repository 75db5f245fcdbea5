package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.identity.user.UserReference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The quarantine of a test: it is run and reported, and counts in no figure and no rule.
///
/// @param until the moment at which it ends by itself
/// @param user whoever said so
public record QuarantineView(
        UUID testId, String reason, @Nullable Instant until, Instant createdAt, UserReference user) {}
