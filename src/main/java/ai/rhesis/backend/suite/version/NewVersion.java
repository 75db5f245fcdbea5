package ai.rhesis.backend.suite.version;

import org.jspecify.annotations.Nullable;

/// A version that is about to be written.
record NewVersion(
        int number, @Nullable String description, @Nullable Integer restoredNumber, MemberChanges changes) {}
