package ai.rhesis.backend.suite.prompt;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prompt as it is read with the object that uses it.
public record PromptReference(
        UUID id,
        String nanoId,
        String content,
        String languageCode,
        @Nullable String expectedResponse) {}
