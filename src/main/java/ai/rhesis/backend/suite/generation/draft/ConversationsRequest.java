package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.suite.generation.GenerationConfig;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.TestKind;
import ai.rhesis.backend.suite.generation.TestSubjects;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request for tests of several turns.
record ConversationsRequest(
        @NotBlank @Size(max = GenerationConfig.MAX_TEXT) String generationPrompt,

        @Size(max = GenerationConfig.MAX_NAMES) @Nullable List<@NotBlank @Size(max = 255) String> requirement,

        @Size(max = GenerationConfig.MAX_NAMES) @Nullable List<@NotBlank @Size(max = 255) String> category,

        @Size(max = GenerationConfig.MAX_NAMES) @Nullable List<@NotBlank @Size(max = 255) String> topic,

        @Min(1) @Max(200) Integer numTests,
        @Nullable UUID modelId) {

    private static final int DEFAULT_TESTS = 5;

    ConversationsRequest {
        numTests = Objects.requireNonNullElse(numTests, DEFAULT_TESTS);
    }

    GenerationGoal goal() {
        TestSubjects subjects = TestSubjects.of(requirement, category, topic);
        return new GenerationGoal(TestKind.MULTI_TURN, generationPrompt, null, subjects, Map.of(), false, List.of());
    }
}
