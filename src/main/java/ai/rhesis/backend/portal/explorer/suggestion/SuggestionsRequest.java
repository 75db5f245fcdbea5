package ai.rhesis.backend.portal.explorer.suggestion;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request for suggestions.
///
/// @param topic the path of the topic that they are for; all topics of the tree when absent
/// @param numExamples how many tests of the tree the model is shown
/// @param userFeedback what the caller wishes of them
record SuggestionsRequest(
        @Size(max = 255) @Nullable String topic,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean generateEmbeddings,
        @Min(1) @Max(MAX_EXAMPLES) Integer numExamples,
        @Min(1) @Max(MAX_SUGGESTIONS) Integer numSuggestions,
        @Size(max = MAX_FEEDBACK) @Nullable String userFeedback) {

    static final int MAX_EXAMPLES = 50;
    static final int MAX_SUGGESTIONS = 100;
    static final int MAX_FEEDBACK = 1_000;

    static final int DEFAULT_EXAMPLES = 10;
    static final int DEFAULT_SUGGESTIONS = 20;

    SuggestionsRequest {
        topic = topic == null || topic.isBlank() ? null : topic;
        userFeedback = userFeedback == null || userFeedback.isBlank() ? null : userFeedback.strip();
        numExamples = Objects.requireNonNullElse(numExamples, DEFAULT_EXAMPLES);
        numSuggestions = Objects.requireNonNullElse(numSuggestions, DEFAULT_SUGGESTIONS);
    }
}
