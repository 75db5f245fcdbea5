package ai.rhesis.backend.identity.account;

import org.jspecify.annotations.Nullable;

/// The account behind an address that wants to log in; without one when nobody has the address.
public record Candidate(@Nullable Account account, @Nullable String passwordHash) {}
