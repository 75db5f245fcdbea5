package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resolvable;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.tenancy.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A named series of versions, each with values for the parameters of its project. Its creator owns it.
@Entity
@Table(name = "experiment")
@Resource(name = "Experiment", path = "/experiments")
public class Experiment extends ProjectEntity implements Resolvable {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    /// The visibility as a text, for filters.
    @Column(name = "visibility", insertable = false, updatable = false)
    private String visibilityText;

    private int versionsCount;

    protected Experiment() {}

    /// Creates an experiment with a random id, because published clients read no other as that of an experiment.
    Experiment(UUID projectId, ExperimentRequest request) {
        identify(UUID.randomUUID());
        putInto(projectId);
        change(request);
    }

    final void change(ExperimentRequest request) {
        name = request.name();
        description = request.description();
        visibility = request.visibility();
    }

    /// Counts one more version and returns its number; the caller holds the lock of the row.
    int nextVersion() {
        versionsCount++;
        return versionsCount;
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        key.put("nameKey", name.toLowerCase(Locale.ROOT));
        key.put("projectId", getProjectId());
        key.put("visibility", visibility);
        if (!isShared()) {
            key.put("userId", Tenant.current().userId());
        }
        return key;
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public Visibility getVisibility() {
        return visibility;
    }

    public boolean isShared() {
        return visibility == Visibility.SHARED;
    }

    public int getVersionsCount() {
        return versionsCount;
    }

    boolean isOwnedBy(UUID user) {
        return user.equals(getUserId());
    }
}
