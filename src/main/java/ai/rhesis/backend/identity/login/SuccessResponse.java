package ai.rhesis.backend.identity.login;

/// The answer of a request that has nothing to show, told alike whether there was something to do or not.
record SuccessResponse(boolean success, String message) {}
