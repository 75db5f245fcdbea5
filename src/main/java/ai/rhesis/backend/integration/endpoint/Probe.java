package ai.rhesis.backend.integration.endpoint;

import org.jspecify.annotations.Nullable;

/// The outcome of one try of an endpoint, in which secrets are masked.
///
/// @param sent the body of the request; null when it could not be made, empty when it has none
/// @param status of the answer; null when there was none
/// @param body of an answer that is no error
/// @param error what is wrong; null when the mapping found an output in the answer
public record Probe(
        @Nullable String sent,
        @Nullable Integer status,
        @Nullable String body,
        @Nullable String error) {

    public boolean isSuccess() {
        return error == null;
    }

    /// Tells whether another mapping may help: not against a refusal, or where nothing answers.
    public boolean isWorthAnother() {
        return sent == null || status != null && status != 401 && status != 403;
    }
}
