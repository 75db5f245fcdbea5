package ai.rhesis.backend.portal.explorer.suggestion;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request for suggestions that are asked and judged at once.
///
/// @param endpointId the endpoint to ask; that of the settings when absent
/// @param metricNames the metrics to judge by; those of the settings when absent
record SuggestionPipelineRequest(
        @Size(max = 255) @Nullable String topic,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean generateEmbeddings,

        @Min(1) @Max(SuggestionsRequest.MAX_EXAMPLES) Integer numExamples,
        @Min(1) @Max(SuggestionsRequest.MAX_SUGGESTIONS) Integer numSuggestions,

        @Size(max = SuggestionsRequest.MAX_FEEDBACK) @Nullable
        String userFeedback,

        @Nullable UUID endpointId,
        @Size(max = 100) @Nullable List<@NotNull @Size(max = 255) String> metricNames) {

    SuggestionPipelineRequest {
        numExamples = Objects.requireNonNullElse(numExamples, SuggestionsRequest.DEFAULT_EXAMPLES);
        numSuggestions = Objects.requireNonNullElse(numSuggestions, SuggestionsRequest.DEFAULT_SUGGESTIONS);
    }

    SuggestionsRequest suggestions() {
        return new SuggestionsRequest(topic, generateEmbeddings, numExamples, numSuggestions, userFeedback);
    }
}
