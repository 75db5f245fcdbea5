package ai.rhesis.backend.integration.endpoint;

import jakarta.persistence.Embeddable;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The settings that clients keep with an endpoint and no call needs.
@Embeddable
record KeptSettings(
        @Nullable String openapiSpecUrl,

        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> openapiSpec,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> auth,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> inputMappings,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> validationRules,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> llmSuggestions,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Map<String, Object> endpointMetadata,
        boolean disableTracing) {}
