package ai.rhesis.backend.integration.provider;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The result of an attempt to reach a model, as a client reads it.
///
/// @param reason why not, for programs: `refused`, `network`, `timeout`, `status`, `answer` or `configuration`
record ConnectionResponse(
        boolean success,
        String status,
        String message,
        @Nullable String reason,
        String provider,
        String modelName,
        long durationMs) {

    static ConnectionResponse of(ConnectionResult connection) {
        boolean success = connection.reason() == null;
        return new ConnectionResponse(
                success,
                success ? "success" : "error",
                connection.message(),
                connection.reason() == null ? null : connection.reason().name().toLowerCase(Locale.ROOT),
                connection.provider(),
                connection.modelName(),
                connection.latencyMillis());
    }
}
