package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;

/// A token with its secret, which is known only now.
record IssuedToken(ApiToken token, OrganizationSecret secret) {}
