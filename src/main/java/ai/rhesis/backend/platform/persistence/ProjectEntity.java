package ai.rhesis.backend.platform.persistence;

import ai.rhesis.backend.platform.tenancy.Tenant;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;

/// An object that can be in a project of its organization.
///
/// The policy of its table narrows a request to the project it is for and to what is in none; the filter says the same
/// once more.
@MappedSuperclass
@FilterDef(
        name = Tenant.PROJECT_SCOPE,
        defaultCondition = "(project_id is null or project_id = :" + Tenant.PROJECT_SCOPE + ")",
        parameters = @ParamDef(name = Tenant.PROJECT_SCOPE, type = UUID.class))
@Filter(name = Tenant.PROJECT_SCOPE)
public abstract class ProjectEntity extends TenantEntity {

    private @Nullable UUID projectId;

    public @Nullable UUID getProjectId() {
        return projectId;
    }

    /// Puts the object into this project. Without one, a request for a project puts what is new into its own and leaves
    /// everything else where it is.
    protected final void putInto(@Nullable UUID project) {
        UUID scope = Tenant.current().projectId();
        if (project != null || scope == null) {
            projectId = project;
        } else if (isNew()) {
            projectId = scope;
        }
    }
}
