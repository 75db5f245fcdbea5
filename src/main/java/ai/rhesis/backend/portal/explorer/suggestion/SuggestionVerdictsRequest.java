package ai.rhesis.backend.portal.explorer.suggestion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Suggestions with their outputs that metrics are to judge.
///
/// @param metricNames the metrics to judge by; those of the settings when absent
record SuggestionVerdictsRequest(
        @Size(max = 100) @Nullable List<@NotNull @Size(max = 255) String> metricNames,

        @NotNull @Size(max = SuggestionsRequest.MAX_SUGGESTIONS)
        List<@NotNull @Valid AnsweredInput> suggestions) {

    /// An input with what an endpoint said.
    record AnsweredInput(
            @NotNull @Size(max = 100_000) String input,
            @NotNull @Size(max = 1_000_000) String output) {}

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "SuggestionVerdictsRequest[" + suggestions.size() + " suggestions]";
    }
}
