package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A conversation with the architect; only who began it sees it.
@Entity
@Table(name = "architect_session")
@Resource(name = "ArchitectSession", path = "/architect/sessions", channel = "architect")
class ArchitectSession extends ProjectEntity {

    private @Nullable String title;
    private String mode;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> planData;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> agentState;

    protected ArchitectSession() {}

    ArchitectSession(ArchitectSessionRequest request) {
        change(request);
    }

    final void change(ArchitectSessionRequest request) {
        title = request.title();
        mode = request.mode();
        planData = request.planData();
        agentState = request.agentState();
        putInto(request.projectId());
    }

    @Override
    public @Nullable String getName() {
        return title;
    }

    public String getMode() {
        return mode;
    }

    public @Nullable Map<String, @Nullable Object> getPlanData() {
        return planData;
    }

    public @Nullable Map<String, @Nullable Object> getAgentState() {
        return agentState;
    }
}
