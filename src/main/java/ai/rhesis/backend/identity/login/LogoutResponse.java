package ai.rhesis.backend.identity.login;

/// Says that the family of the token is revoked, whether it was a good one or not.
record LogoutResponse(boolean success, String message) {}
