package ai.rhesis.backend.integration.endpoint.transport;

/// The answer to a request that succeeded, in which secrets are masked.
public record HttpReply(int status, String body) {}
