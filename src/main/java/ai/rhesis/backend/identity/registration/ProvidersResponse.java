package ai.rhesis.backend.identity.registration;

import ai.rhesis.backend.identity.account.Password;
import java.util.List;

/// The ways to log in, as sign-in pages offer them. Passwords have a length and no other rule, so any strength passes.
record ProvidersResponse(List<Provider> providers, PasswordPolicy passwordPolicy, boolean quickStart) {

    static ProvidersResponse of(boolean isRegistrationOpen, boolean quickStart) {
        return new ProvidersResponse(
                List.of(new Provider("email", "Email", "credentials", true, isRegistrationOpen)),
                new PasswordPolicy(Password.MIN_BYTES, Password.MAX_BYTES, 0),
                quickStart);
    }

    /// A way to log in; of the type `credentials` or `oauth`.
    record Provider(String name, String displayName, String type, boolean enabled, boolean registrationEnabled) {}

    /// The bounds of a password, and its least score from 0 to 4.
    record PasswordPolicy(int minLength, int maxLength, int minStrengthScore) {}
}
