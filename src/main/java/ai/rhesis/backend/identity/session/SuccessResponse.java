package ai.rhesis.backend.identity.session;

/// The answer to a request that has nothing to show, the same whether there was something to do or not.
public record SuccessResponse(boolean success, String message) {}
