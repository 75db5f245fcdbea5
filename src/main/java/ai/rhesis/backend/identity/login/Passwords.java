package ai.rhesis.backend.identity.login;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords, and compares them in the same time whether there is something to compare with or not.
@Component
class Passwords {

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodys = hash(UUID.randomUUID().toString());

    final String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean match(String password, @Nullable String hash) {
        return encoder.matches(password, hash == null ? nobodys : hash) && hash != null;
    }
}
