package ai.rhesis.backend.platform.socket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The notice between nodes that something happened on a channel: ids and nothing else. Each follower reads the rest
/// under their own row policies.
///
/// @param subjectId what it happened to
record Signal(UUID organizationId, Channel channel, UUID subjectId) {

    String text() {
        return organizationId + " " + channel + " " + subjectId;
    }

    /// Reads the text of a signal; null when it is none, as when another version of this service sent it.
    static @Nullable Signal parse(String text) {
        String[] parts = text.split(" ");
        Channel channel = parts.length == 3 ? Channel.parse(parts[1]) : null;
        try {
            return channel == null ? null : new Signal(UUID.fromString(parts[0]), channel, UUID.fromString(parts[2]));
        } catch (IllegalArgumentException noIds) {
            return null;
        }
    }
}
