package ai.rhesis.backend.token;

import ai.rhesis.backend.secrets.OrganizationSecret;

/// A token with its secret, which is known only now.
record IssuedToken(ApiToken token, OrganizationSecret secret) {}
