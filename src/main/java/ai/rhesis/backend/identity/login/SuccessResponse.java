package ai.rhesis.backend.identity.login;

/// The answer to a request that has nothing to show, the same whether there was something to do or not.
record SuccessResponse(boolean success, String message) {}
