package ai.rhesis.backend.annotation.status;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.query.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A state such as `In Review`; an entity type has each name once.
@Entity
@Table(name = "status")
@Resource(name = "Status", path = "/statuses")
public class Status extends TenantEntity {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private @Nullable UUID entityTypeId;

    private @Nullable Reference reference;

    protected Status() {}

    Status(StatusRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(StatusRequest request) {
        name = request.name();
        description = request.description();
        entityTypeId = request.entityTypeId();
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

    public @Nullable UUID getEntityTypeId() {
        return entityTypeId;
    }
}
