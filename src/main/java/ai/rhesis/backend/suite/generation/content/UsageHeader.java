package ai.rhesis.backend.suite.generation.content;

import ai.rhesis.backend.integration.chat.Usage;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/// The tokens of an answer as the header tells them; 0 where the provider told none.
record UsageHeader(
        @JsonProperty("input_tokens") int inputTokens,
        @JsonProperty("output_tokens") int outputTokens,
        @JsonProperty("total_tokens") long totalTokens) {

    static UsageHeader of(Usage usage) {
        return new UsageHeader(
                Objects.requireNonNullElse(usage.inputTokens(), 0),
                Objects.requireNonNullElse(usage.outputTokens(), 0),
                usage.total());
    }
}
