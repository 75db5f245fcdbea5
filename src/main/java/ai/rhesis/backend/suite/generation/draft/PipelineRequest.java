package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.platform.tenancy.InScope;
import ai.rhesis.backend.suite.generation.GenerationConfig;
import ai.rhesis.backend.suite.generation.GenerationGoal;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.SourceReference;
import ai.rhesis.backend.suite.generation.TestKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request for a plan and tests by it.
///
/// @param config the plan, where there is one already
record PipelineRequest(
        @NotBlank @Size(max = GenerationConfig.MAX_TEXT) String prompt,
        @InScope @Nullable UUID projectId,
        @Size(max = 50) @Nullable List<@NotNull @Valid Earlier> previousMessages,

        @Pattern(regexp = TestKind.SPELLINGS, message = TestKind.MESSAGE) @Nullable
        String testType,

        @Min(1) @Max(20) Integer numTests,

        @Size(max = Material.MAX_SOURCES) @Nullable List<@NotNull @Valid SourceReference> sources,

        @Nullable UUID modelId,
        @Valid @Nullable TestPlan config) {

    private static final int DEFAULT_TESTS = 5;

    PipelineRequest {
        numTests = Objects.requireNonNullElse(numTests, DEFAULT_TESTS);
    }

    PlanRequest plan() {
        return new PlanRequest(prompt, projectId, previousMessages);
    }

    GenerationGoal goal(TestPlan plan) {
        return new GenerationGoal(
                TestKind.of(testType),
                prompt,
                null,
                plan.subjects(),
                plan.notes(),
                false,
                SourceReference.ids(sources));
    }
}
