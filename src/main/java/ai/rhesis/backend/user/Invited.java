package ai.rhesis.backend.user;

import ai.rhesis.backend.secrets.OrganizationSecret;

/// A user to be, and the code by which they join.
record Invited(User user, OrganizationSecret code) {}
