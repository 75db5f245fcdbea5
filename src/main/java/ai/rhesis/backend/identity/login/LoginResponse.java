package ai.rhesis.backend.identity.login;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A login as the client reads it.
record LoginResponse(boolean success, String authCode, AccountResponse user) {

    static LoginResponse of(Login login) {
        Account account = login.account();
        return new LoginResponse(
                true,
                login.code().text(),
                new AccountResponse(account.id(), account.email(), account.name(), account.organizationId()));
    }

    /// Who logged in.
    record AccountResponse(
            UUID id,
            String email,
            @Nullable String name,
            @Nullable UUID organizationId) {}
}
