package ai.rhesis.backend.idempotency;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The right to carry out the request of a key; its id tells it from claims that took the same key over later.
record Claim(String key, UUID id) implements Turn {

    private static final ScopedValue<Claim> CURRENT = ScopedValue.newInstance();

    /// The claim that this thread works under.
    static @Nullable Claim current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    void run(Rest rest) throws ServletException, IOException {
        try {
            ScopedValue.where(CURRENT, this).<Claim, Exception>call(() -> {
                rest.run();
                return this;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception none) {
            throw new IllegalStateException(none);
        }
    }

    /// The rest of the filter chain.
    interface Rest {

        void run() throws ServletException, IOException;
    }
}
