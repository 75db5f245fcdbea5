package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.query.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An AI model of some provider, with the key that opens it.
@Entity
@Table(name = "model")
@Resource(name = "Model", path = "/models")
public class Model extends TenantEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private @Nullable UUID providerTypeId;
    private String modelName;
    private @Nullable String modelVersion;
    private @Nullable String icon;
    private String modelType;
    private @Nullable String endpoint;
    private @Nullable String encryptedKey;

    /// Scheme, host and port that the key was saved for: it must never reach another.
    private @Nullable String keyDestination;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, String> requestHeaders;

    private @Nullable Integer dimension;
    private @Nullable UUID statusId;
    private @Nullable UUID ownerId;
    private @Nullable UUID assigneeId;

    @Column(insertable = false, updatable = false)
    private boolean isProtected;

    private @Nullable Reference reference;

    protected Model() {}

    /// Creates a model with a random id where the client made none, because published clients read no other as that
    /// of a model.
    Model(ModelRequest request, @Nullable UUID providerTypeId) {
        identify(request.id() == null ? UUID.randomUUID() : request.id());
        change(request, providerTypeId);
    }

    final void change(ModelRequest request, @Nullable UUID providerTypeId) {
        this.providerTypeId = providerTypeId;
        name = request.name();
        description = request.description();
        modelName = request.modelName();
        modelVersion = request.version();
        icon = request.icon();
        modelType = request.modelType();
        endpoint = request.endpoint();
        requestHeaders = request.requestHeaders();
        dimension = request.dimension();
        statusId = request.statusId();
        ownerId = request.ownerId();
        assigneeId = request.assigneeId();
    }

    /// Keeps an encrypted key for one destination, or none.
    void keepKey(@Nullable String encrypted, String destination) {
        encryptedKey = encrypted;
        keyDestination = encrypted == null ? null : destination;
    }

    @Nullable
    String encryptedKey() {
        return encryptedKey;
    }

    boolean hasKeyForAnother(String destination) {
        return hasKey() && !destination.equals(keyDestination);
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    /// Returns the id of the provider; null for any server that speaks the protocol of OpenAI.
    public @Nullable UUID getProviderTypeId() {
        return providerTypeId;
    }

    public String getModelName() {
        return modelName;
    }

    public @Nullable String getModelVersion() {
        return modelVersion;
    }

    public @Nullable String getIcon() {
        return icon;
    }

    public String getModelType() {
        return modelType;
    }

    public @Nullable String getEndpoint() {
        return endpoint;
    }

    boolean hasKey() {
        return encryptedKey != null;
    }

    public @Nullable Map<String, String> getRequestHeaders() {
        return requestHeaders;
    }

    public @Nullable Integer getDimension() {
        return dimension;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    public @Nullable UUID getOwnerId() {
        return ownerId;
    }

    public @Nullable UUID getAssigneeId() {
        return assigneeId;
    }

    public boolean isProtected() {
        return isProtected;
    }
}
