package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.tenancy.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A piece of work, owned by one member.
@Entity
@Table(name = "project")
@Resource(name = "Project", path = "/projects", channel = "project")
public class Project extends TenantEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private boolean isActive;
    private @Nullable String icon;
    private @Nullable UUID statusId;
    private @Nullable UUID ownerId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> attributes;

    private @Nullable ProjectReference reference;

    protected Project() {}

    /// Makes a project, which belongs to its creator where the request names no owner.
    Project(ProjectRequest request) {
        identify(request.id());
        change(request);
        if (ownerId == null) {
            ownerId = Tenant.current().userId();
        }
    }

    final void change(ProjectRequest request) {
        name = request.name();
        description = request.description();
        isActive = request.isActive();
        icon = request.icon();
        statusId = request.statusId();
        ownerId = request.ownerId();
        attributes = request.attributes();
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public boolean isActive() {
        return isActive;
    }

    public @Nullable String getIcon() {
        return icon;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    public @Nullable UUID getOwnerId() {
        return ownerId;
    }

    public @Nullable Map<String, Object> getAttributes() {
        return attributes;
    }
}
