package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.secrets.Secret;

/// The token for requests, and the one that gets the next of them.
record TokenPair(String accessToken, Secret refreshToken) {}
