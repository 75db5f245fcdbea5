package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.web.RestOfChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The right to carry out the request of a key; its id tells it from claims that took the same key over later.
record Claim(String key, UUID id) implements KeyOutcome {

    private static final ScopedValue<Claim> CURRENT = ScopedValue.newInstance();

    /// Returns the claim that this thread works under.
    static @Nullable Claim current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    void run(RestOfChain rest) throws ServletException, IOException {
        rest.within(ScopedValue.where(CURRENT, this)::call);
    }
}
