package ai.rhesis.backend.suite.generation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The goal of tests that are to be generated, as a client writes it.
///
/// @param additionalContext a text, or JSON as a text, such as tests that people liked or did not
public record GenerationConfig(
        @Size(max = MAX_TEXT) @Nullable String generationPrompt,
        @NotEmpty @Size(max = MAX_NAMES) List<@NotBlank @Size(max = 255) String> requirements,
        @Size(max = MAX_NAMES) @Nullable List<@NotBlank @Size(max = 255) String> categories,
        @Size(max = MAX_NAMES) @Nullable List<@NotBlank @Size(max = 255) String> topics,
        @Size(max = MAX_TEXT) @Nullable String additionalContext) {

    public static final int MAX_NAMES = 200;
    public static final int MAX_TEXT = 50_000;

    private static final String NO_PROMPT = "A conversational AI system, by the requirements that are named.";

    public GenerationGoal goal(TestKind kind, List<UUID> sources) {
        return new GenerationGoal(
                kind,
                Objects.requireNonNullElse(generationPrompt, NO_PROMPT),
                additionalContext,
                TestSubjects.of(requirements, categories, topics),
                Map.of(),
                false,
                sources);
    }
}
