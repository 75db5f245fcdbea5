package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.connector.RegisteredFunction;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.function.FunctionMapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of an endpoint's metadata that tells of its function, apart from when it was told.
record FunctionMetadata(Map<String, Object> connection, Map<String, Object> schema, Map<String, Object> mapping) {

    private static final String CONNECTION = "sdk_connection";
    private static final String SCHEMA = "function_schema";
    private static final String MAPPING = "mapping_info";
    private static final String GENERATED_AT = "generated_at";
    private static final String FUNCTION_NAME = "function_name";
    private static final String PARAMETERS = "parameters";

    static FunctionMetadata of(SdkService service, RegisteredFunction function, FunctionMapping mapping) {
        return new FunctionMetadata(
                Map.of(
                        "project_id",
                        service.projectId().toString(),
                        "environment",
                        service.environment(),
                        FUNCTION_NAME,
                        function.name()),
                Map.of(
                        PARAMETERS,
                        function.parameters(),
                        "return_type",
                        Objects.requireNonNullElse(function.returnType(), "any"),
                        "description",
                        Objects.requireNonNullElse(function.description(), "")),
                Map.of(
                        "source", mapping.source().toString(),
                        // as it is read again
                        "confidence", BigDecimal.valueOf(mapping.confidence()),
                        "reasoning", mapping.reasoning()));
    }

    /// Finds the name of the function that metadata tell of; null where they tell of none.
    static @Nullable String functionName(@Nullable Map<String, Object> metadata) {
        return object(metadata, CONNECTION).get(FUNCTION_NAME) instanceof String name && !name.isBlank() ? name : null;
    }

    /// Returns the names of the parameters that metadata tell of.
    static Set<String> parameters(@Nullable Map<String, Object> metadata) {
        return object(object(metadata, SCHEMA), PARAMETERS).keySet();
    }

    /// Tells whether metadata say the same.
    boolean isSaidBy(@Nullable Map<String, Object> metadata) {
        return connection.equals(object(metadata, CONNECTION))
                && schema.equals(object(metadata, SCHEMA))
                && mapping.equals(mappingOf(metadata));
    }

    private static Map<String, Object> mappingOf(@Nullable Map<String, Object> metadata) {
        Map<String, Object> told = new HashMap<>(object(metadata, MAPPING));
        told.remove(GENERATED_AT);
        return told;
    }

    /// Returns the metadata with this in them; what clients keep beside it stays.
    Map<String, Object> over(@Nullable Map<String, Object> metadata, Instant now) {
        Map<String, Object> all = new LinkedHashMap<>(metadata == null ? Map.of() : metadata);
        all.put(CONNECTION, connection);
        all.put(SCHEMA, schema);
        if (!mapping.equals(mappingOf(metadata))) {
            Map<String, Object> dated = new LinkedHashMap<>(mapping);
            dated.put(GENERATED_AT, now.toString());
            all.put(MAPPING, dated);
        }
        all.putIfAbsent("created_at", now.toString());
        all.put("last_registered", now.toString());
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Map<String, Object> metadata, String key) {
        return metadata != null && metadata.get(key) instanceof Map<?, ?> object
                ? (Map<String, Object>) object
                : Map.of();
    }
}
