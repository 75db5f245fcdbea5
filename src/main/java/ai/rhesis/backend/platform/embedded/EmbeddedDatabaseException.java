package ai.rhesis.backend.platform.embedded;

import ai.rhesis.backend.platform.start.StartRefusal;
import org.jspecify.annotations.Nullable;

/// A failed start of the embedded PostgreSQL.
class EmbeddedDatabaseException extends StartRefusal {

    EmbeddedDatabaseException(String message, String remedy, @Nullable Throwable cause) {
        super(message, remedy, cause);
    }
}
