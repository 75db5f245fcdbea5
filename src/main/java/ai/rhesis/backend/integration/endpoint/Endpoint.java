package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.query.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A system under test that is reached over a network, with the secrets that open it.
@Entity
@Table(name = "endpoint")
@Resource(name = "Endpoint", path = "/endpoints")
public class Endpoint extends ProjectEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private String connectionType;
    private @Nullable String url;
    private String method;
    private @Nullable String endpointPath;
    private String environment;
    private String configSource;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, String> requestHeaders;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, String> queryParams;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> requestMapping;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> responseMapping;

    private String responseFormat;
    private @Nullable String authType;
    private @Nullable String encryptedAuthToken;
    private @Nullable String clientId;
    private @Nullable String encryptedClientSecret;
    private @Nullable String tokenUrl;

    /// An array, because Hibernate keeps one type for all lists of texts, and those of metrics are no JSON.
    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> scopes;

    private @Nullable String audience;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, String> extraPayload;

    private @Nullable UUID statusId;
    private KeptSettings kept;

    private @Nullable Reference reference;

    protected Endpoint() {}

    Endpoint(EndpointRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(EndpointRequest request) {
        name = request.name();
        description = request.description();
        connectionType = request.connectionType();
        url = request.url();
        method = request.method();
        endpointPath = request.endpointPath();
        environment = request.environment();
        configSource = request.configSource();
        requestHeaders = request.requestHeaders();
        queryParams = request.queryParams();
        requestMapping = request.requestMapping();
        responseMapping = request.responseMapping();
        responseFormat = request.responseFormat();
        authType = request.authType();
        clientId = request.clientId();
        tokenUrl = request.tokenUrl();
        scopes = request.scopes();
        audience = request.audience();
        extraPayload = request.extraPayload();
        putInto(request.projectId());
        statusId = request.statusId();
        kept = request.kept();
    }

    /// Gives the endpoint a status that no client named.
    void begin(@Nullable UUID status) {
        statusId = status;
    }

    /// Keeps an encrypted token, or none.
    void keepAuthToken(@Nullable String encrypted) {
        encryptedAuthToken = encrypted;
    }

    /// Keeps an encrypted client secret, or none.
    void keepClientSecret(@Nullable String encrypted) {
        encryptedClientSecret = encrypted;
    }

    @Override
    public String getName() {
        return name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public String getConnectionType() {
        return connectionType;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public String getMethod() {
        return method;
    }

    public @Nullable String getEndpointPath() {
        return endpointPath;
    }

    public String getEnvironment() {
        return environment;
    }

    public String getConfigSource() {
        return configSource;
    }

    public @Nullable Map<String, String> getRequestHeaders() {
        return requestHeaders;
    }

    public @Nullable Map<String, String> getQueryParams() {
        return queryParams;
    }

    public @Nullable Map<String, Object> getRequestMapping() {
        return requestMapping;
    }

    public @Nullable Map<String, Object> getResponseMapping() {
        return responseMapping;
    }

    public String getResponseFormat() {
        return responseFormat;
    }

    public @Nullable String getAuthType() {
        return authType;
    }

    boolean hasAuthToken() {
        return encryptedAuthToken != null;
    }

    public @Nullable String getClientId() {
        return clientId;
    }

    boolean hasClientSecret() {
        return encryptedClientSecret != null;
    }

    public @Nullable String getTokenUrl() {
        return tokenUrl;
    }

    public @Nullable List<String> getScopes() {
        return scopes;
    }

    public @Nullable String getAudience() {
        return audience;
    }

    public @Nullable Map<String, String> getExtraPayload() {
        return extraPayload;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    KeptSettings getKept() {
        return kept;
    }
}
