package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.secrets.OrganizationSecret;

/// A user to be, the code by which they join, and whether they are told by mail.
record Invited(User user, OrganizationSecret code, boolean byMail) {}
