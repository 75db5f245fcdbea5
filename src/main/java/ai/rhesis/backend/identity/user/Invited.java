package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;

/// A user to be, and the code by which they join.
record Invited(User user, OrganizationSecret code) {}
