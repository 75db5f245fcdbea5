package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a system under test has to fulfil, such as `Refuses to give medical advice`.
@Entity
@Table(name = "requirement")
@Resource(name = "Requirement", path = "/requirements")
public class Requirement extends TenantEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private @Nullable UUID statusId;

    protected Requirement() {}

    Requirement(RequirementRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(RequirementRequest request) {
        name = request.name();
        description = request.description();
        statusId = request.statusId();
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        return Map.of("nameKey", name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }
}
