package ai.rhesis.backend.identity.login;

/// The end of a session, told whether its token was a good one or not.
record LogoutResponse(boolean success, String message) {}
