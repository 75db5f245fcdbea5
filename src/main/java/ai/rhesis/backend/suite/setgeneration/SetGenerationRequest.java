package ai.rhesis.backend.suite.setgeneration;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.InScope;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.generation.GenerationConfig;
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

/// A request for a set of generated tests.
record SetGenerationRequest(
        @NotBlank @Size(max = 255) String name,
        @NotNull @Valid GenerationConfig config,
        @Min(1) @Max(200) Integer numTests,
        @Min(1) @Max(50) Integer batchSize,

        @Size(max = Material.MAX_SOURCES) @Nullable List<@NotNull @Valid SourceReference> sources,

        @Pattern(regexp = TestKind.SPELLINGS, message = TestKind.MESSAGE) @Nullable
        String testType,

        @Nullable UUID modelId,
        @InScope @Nullable UUID projectId) {

    private static final int DEFAULT_TESTS = 5;
    private static final int DEFAULT_BATCH = 20;

    SetGenerationRequest {
        name = name == null ? "" : name.strip();
        numTests = Objects.requireNonNullElse(numTests, DEFAULT_TESTS);
        batchSize = Objects.requireNonNullElse(batchSize, DEFAULT_BATCH);
    }

    /// @throws ProblemException 400 when neither the body nor the request names a project
    UUID requireProject() {
        UUID project = projectId == null ? Tenant.current().projectId() : projectId;
        if (project == null) {
            throw Problem.badRequest(
                            "project_id",
                            "project_id is required: name the project in the body or in the header X-Project-Id")
                    .exception();
        }
        return project;
    }
}
