package ai.rhesis.backend.portal.explorer.suggestion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Suggestions that an endpoint is to be asked.
///
/// @param endpointId the endpoint to ask; that of the settings when absent
record SuggestionOutputsRequest(
        @Nullable UUID endpointId,

        @NotNull @Size(max = SuggestionsRequest.MAX_SUGGESTIONS)
        List<@NotNull @Valid SuggestedInput> suggestions) {

    /// An input to ask.
    ///
    /// @param topic accepted and left
    record SuggestedInput(
            @NotBlank @Size(max = 100_000) String input,
            @Nullable String topic) {}

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "SuggestionOutputsRequest[" + suggestions.size() + " suggestions]";
    }
}
