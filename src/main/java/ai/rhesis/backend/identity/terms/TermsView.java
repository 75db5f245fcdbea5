package ai.rhesis.backend.identity.terms;

import org.jspecify.annotations.Nullable;

/// The terms that a user accepted last beside those that hold now, by their versions.
record TermsView(@Nullable String accepted, String current) {}
