package ai.rhesis.backend.identity.session;

import ai.rhesis.backend.platform.secrets.Secret;

/// The token for requests, and the one that gets the next of them.
public record TokenPair(String accessToken, Secret refreshToken) {}
