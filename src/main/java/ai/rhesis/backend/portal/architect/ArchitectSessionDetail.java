package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A session with its messages, the oldest first.
record ArchitectSessionDetail(
        Identity identity,
        @Nullable String title,
        String mode,
        @Nullable UUID projectId,
        @Nullable Map<String, @Nullable Object> planData,
        @Nullable Map<String, @Nullable Object> agentState,
        List<ArchitectMessage> messages)
        implements Identified {

    static ArchitectSessionDetail of(ArchitectSessionView view) {
        ArchitectSession session = view.session();
        return new ArchitectSessionDetail(
                Identity.of(session),
                session.getName(),
                session.getMode(),
                session.getProjectId(),
                session.getPlanData(),
                session.getAgentState(),
                view.messages());
    }
}
