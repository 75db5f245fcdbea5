package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.tenancy.InScope;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session as a client writes it.
///
/// @param initialMessage what the user says first; only of a new session
record ArchitectSessionRequest(
        @Size(max = 255) @Nullable String title,
        @Size(max = 50) String mode,
        @Size(max = ArchitectMessage.MAX_LENGTH) @Nullable String initialMessage,
        @Nullable Map<String, @Nullable Object> planData,
        @Nullable Map<String, @Nullable Object> agentState,
        @InScope @Nullable UUID projectId) {

    ArchitectSessionRequest {
        mode = Objects.requireNonNullElse(mode, "discovery");
    }

    static ArchitectSessionRequest of(ArchitectSession session) {
        return new ArchitectSessionRequest(
                session.getName(),
                session.getMode(),
                null,
                session.getPlanData(),
                session.getAgentState(),
                session.getProjectId());
    }
}
