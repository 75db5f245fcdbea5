package ai.rhesis.backend.platform.socket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message of the server.
///
/// @param subject what happened, by an id: a connection is told of it once; null where repeating does no harm
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Frame(
        String type,
        @Nullable String channel,
        @Nullable Object payload,
        @Nullable String correlationId,
        @JsonIgnore @Nullable UUID subject) {

    /// Makes a message without channel.
    public static Frame of(String type, Object payload) {
        return new Frame(type, null, payload, null, null);
    }

    /// Makes a message that a connection gets once, however often it is read.
    public static Frame once(String type, Object payload, UUID subject) {
        return new Frame(type, null, payload, null, subject);
    }

    static Frame error(String error, @Nullable String correlationId) {
        return new Frame("error", null, Map.of("error", error), correlationId, null);
    }

    Frame on(Channel followed) {
        return new Frame(type, followed.toString(), payload, correlationId, subject);
    }

    Frame answering(@Nullable String correlation) {
        return new Frame(type, channel, payload, correlation, subject);
    }
}
