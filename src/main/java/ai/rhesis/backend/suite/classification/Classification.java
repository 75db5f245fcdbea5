package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.query.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A name in a tree of names; an entity type has each once.
@MappedSuperclass
public abstract class Classification extends TenantEntity {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private @Nullable UUID parentId;
    private @Nullable UUID entityTypeId;
    private @Nullable UUID statusId;

    private @Nullable Reference reference;

    protected Classification() {}

    Classification(ClassificationRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(ClassificationRequest request) {
        name = request.name();
        description = request.description();
        parentId = request.parentId();
        entityTypeId = request.entityTypeId();
        statusId = request.statusId();
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        key.put("nameKey", name.toLowerCase(Locale.ROOT));
        key.put("entityTypeId", entityTypeId);
        return key;
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable UUID getParentId() {
        return parentId;
    }

    public @Nullable UUID getEntityTypeId() {
        return entityTypeId;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }
}
