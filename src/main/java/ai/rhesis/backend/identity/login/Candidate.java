package ai.rhesis.backend.identity.login;

import org.jspecify.annotations.Nullable;

/// The account behind an address that wants to log in; without one when nobody has the address.
record Candidate(@Nullable Account account, @Nullable String passwordHash) {}
