package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A service from which texts could be taken, such as a wiki, with the credentials that open it.
@Entity
@Table(name = "tool")
@Resource(name = "Tool", path = "/tools")
class Tool extends TenantEntity {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private UUID toolProviderTypeId;
    private String encryptedCredentials;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> toolMetadata;

    protected Tool() {}

    /// @param encrypted the credentials, encrypted for this id
    Tool(UUID id, ToolRequest request, String encrypted) {
        identify(id);
        change(request);
        encryptedCredentials = encrypted;
    }

    final void change(ToolRequest request) {
        name = request.name();
        description = request.description();
        toolProviderTypeId = request.toolProviderTypeId();
        toolMetadata = request.toolMetadata();
    }

    String encryptedCredentials() {
        return encryptedCredentials;
    }

    void keepCredentials(String encrypted) {
        encryptedCredentials = encrypted;
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public UUID getToolProviderTypeId() {
        return toolProviderTypeId;
    }

    public @Nullable Map<String, @Nullable Object> getToolMetadata() {
        return toolMetadata;
    }
}
