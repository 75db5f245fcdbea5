package ai.rhesis.backend.portal.explorer;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outcome of work on a test: a value, or the reason why there is none.
record NodeOutcome<T>(
        UUID testId, @Nullable T value, @Nullable String error) {

    static <T> NodeOutcome<T> of(UUID testId, T value) {
        return new NodeOutcome<>(testId, value, null);
    }

    static <T> NodeOutcome<T> failed(UUID testId, String error) {
        return new NodeOutcome<>(testId, null, error);
    }

    T required() {
        return Objects.requireNonNull(value);
    }
}
