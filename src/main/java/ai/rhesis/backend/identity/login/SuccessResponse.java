package ai.rhesis.backend.identity.login;

/// The answer of a request that has nothing to show.
record SuccessResponse(boolean success, String message) {}
