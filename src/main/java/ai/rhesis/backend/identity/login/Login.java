package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.SessionUser;

/// A user who has proved who they are, and the code that they exchange for tokens within a minute.
public record Login(SessionUser user, Secret code) {}
