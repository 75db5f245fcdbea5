package ai.rhesis.backend.suite.generation.content;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A text to embed.
record EmbeddingRequest(@NotBlank @Size(max = 100_000) String text) {

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "EmbeddingRequest[" + text.length() + " characters]";
    }
}
