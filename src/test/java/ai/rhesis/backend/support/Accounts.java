package ai.rhesis.backend.support;

import java.util.Map;

/// The doors through which people come in, for whoever calls.
public record Accounts(Api caller) {

    public Answer register(String email, String password) {
        return caller.post("/auth/register", Map.of("email", email, "password", password));
    }

    /// Registers an invited person, or has them join with the account that they have.
    public Answer join(String email, String password, Answer invitation) {
        String code = String.valueOf(invitation.text("invitation_code"));
        return caller.post("/auth/register", Map.of("email", email, "password", password, "invitation_code", code));
    }

    public Answer login(String email, String password) {
        return caller.post("/auth/login/email", Map.of("email", email, "password", password));
    }

    public Answer refresh(Answer pair) {
        return caller.post("/auth/refresh", Map.of("refresh_token", String.valueOf(pair.text("refresh_token"))));
    }
}
