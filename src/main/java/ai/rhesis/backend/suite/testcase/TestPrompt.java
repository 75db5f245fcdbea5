package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.suite.prompt.PromptReference;
import ai.rhesis.backend.suite.prompt.PromptRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A prompt as a client writes it inside a test.
public record TestPrompt(
        @NotNull String content,
        @NotBlank @Size(max = 35) String languageCode,
        @Nullable String expectedResponse) {

    public TestPrompt {
        languageCode = Objects.requireNonNullElse(languageCode, PromptRequest.DEFAULT_LANGUAGE);
    }

    public PromptRequest toRequest() {
        return PromptRequest.of(content, languageCode, expectedResponse);
    }

    boolean says(PromptReference prompt) {
        return content.equals(prompt.content())
                && languageCode.equals(prompt.languageCode())
                && Objects.equals(expectedResponse, prompt.expectedResponse());
    }
}
