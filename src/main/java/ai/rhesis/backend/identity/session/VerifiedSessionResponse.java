package ai.rhesis.backend.identity.session;

import ai.rhesis.backend.platform.security.SessionUser;

/// The holder of a session that goes on, and the page to go to.
record VerifiedSessionResponse(boolean authenticated, SessionUser user, String returnTo) {}
