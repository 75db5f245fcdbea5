package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session as a client reads it.
record ArchitectSessionResponse(
        Identity identity,
        @Nullable String title,
        String mode,
        @Nullable UUID projectId,
        @Nullable Map<String, @Nullable Object> planData,
        @Nullable Map<String, @Nullable Object> agentState)
        implements Identified {

    static ArchitectSessionResponse of(ArchitectSession session) {
        return new ArchitectSessionResponse(
                Identity.of(session),
                session.getName(),
                session.getMode(),
                session.getProjectId(),
                session.getPlanData(),
                session.getAgentState());
    }
}
