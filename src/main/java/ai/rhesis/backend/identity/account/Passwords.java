package ai.rhesis.backend.identity.account;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// The hashing of passwords, and their comparison, which takes the same time whether there is a hash or not.
///
/// A hash takes a tenth of a second of a processor, so no more than half of the processors hash at a time: a crowd
/// that logs in leaves the others to all other requests.
@Component
public class Passwords {

    private static final int TIMEOUT_SECONDS = 10;
    private static final int RETRY_SECONDS = 2;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    // made at the first comparison, whoever logs in: no start waits for it
    private final SingletonSupplier<String> nobodys =
            SingletonSupplier.of(() -> hash(UUID.randomUUID().toString()));

    /// @throws ProblemException 503 when too many wait for theirs
    public final String hash(String password) {
        return Objects.requireNonNull(bounded(() -> encoder.encode(password)));
    }

    /// @throws ProblemException 503 when too many wait for theirs
    public boolean match(String password, @Nullable String hash) {
        String other = nobodys.obtain();
        boolean matches = bounded(() -> encoder.matches(password, hash == null ? other : hash));
        return matches && hash != null;
    }

    private <T extends @Nullable Object> T bounded(Supplier<T> work) {
        if (!isAcquired()) {
            throw Problem.unavailable("Too many people log in at the moment; try again shortly.", RETRY_SECONDS)
                    .exception();
        }
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }

    private boolean isAcquired() {
        try {
            return processors.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
