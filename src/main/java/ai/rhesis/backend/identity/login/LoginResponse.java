package ai.rhesis.backend.identity.login;

import ai.rhesis.backend.platform.security.SessionUser;

/// A login as the client reads it.
public record LoginResponse(boolean success, String authCode, SessionUser user, String message) {

    public static LoginResponse of(Login login) {
        return new LoginResponse(true, login.code().text(), login.user(), "Logged in.");
    }
}
