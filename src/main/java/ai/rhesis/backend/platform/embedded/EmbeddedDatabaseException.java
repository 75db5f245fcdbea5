package ai.rhesis.backend.platform.embedded;

import org.jspecify.annotations.Nullable;

/// A failed start of the embedded PostgreSQL, with what an operator can do about it.
class EmbeddedDatabaseException extends RuntimeException {

    private final String remedy;

    EmbeddedDatabaseException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
