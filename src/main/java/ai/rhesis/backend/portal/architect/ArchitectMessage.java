package ai.rhesis.backend.portal.architect;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing that was said in a session.
///
/// @param role `user` or `assistant`
record ArchitectMessage(
        UUID id,
        UUID sessionId,
        String role,
        String content,
        @Nullable JsonNode attachments,
        Instant createdAt) {

    static final int MAX_LENGTH = 100_000;
    static final String USER = "user";
}
