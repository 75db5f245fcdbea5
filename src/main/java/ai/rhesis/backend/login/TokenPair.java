package ai.rhesis.backend.login;

import ai.rhesis.backend.secrets.Secret;

/// The token for requests, and the one that gets the next pair.
record TokenPair(String accessToken, Secret refreshToken) {}
