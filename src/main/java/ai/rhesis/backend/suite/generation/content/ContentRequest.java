package ai.rhesis.backend.suite.generation.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A prompt for the caller's model.
///
/// @param schema of the answer, by itself or as OpenAI's `response_format` has it; without one the answer is a text
record ContentRequest(
        @NotBlank @Size(max = 1_000_000) String prompt,
        @Nullable JsonNode schema,
        @Min(0) @Max(2) @Nullable Double temperature,
        @Min(1) @Max(1_000_000) @Nullable Integer maxTokens) {

    /// Returns the schema itself, whatever it stands in; null without one.
    @Nullable
    JsonNode answerSchema() {
        if (schema == null || schema.isNull() || schema.isObject() && schema.isEmpty()) {
            return null;
        }
        return schema.path("json_schema").has("schema")
                ? schema.path("json_schema").path("schema")
                : schema;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (temperature != null) {
            parameters.put("temperature", temperature);
        }
        if (maxTokens != null) {
            parameters.put("max_tokens", maxTokens);
        }
        return parameters;
    }

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ContentRequest[" + prompt.length() + " characters]";
    }
}
