package ai.rhesis.backend.suite.owasp;

import ai.rhesis.backend.suite.generation.TestKind;
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

/// A request for a set of attacks along a list of risks.
///
/// @param purpose what the system under test is for
/// @param categories the risks by their ids; all where none is named
record OwaspGenerationRequest(
        @NotNull @Pattern(regexp = Framework.NAMES, message = Framework.MESSAGE)
        String framework,

        @NotBlank @Size(max = 2_000) String purpose,
        @Size(max = 20) @Nullable List<@NotBlank String> categories,
        @Min(1) @Max(200) Integer numTests,
        @Size(min = 1, max = 100) @Nullable String name,
        @Min(1) @Max(50) Integer batchSize,
        @Nullable UUID modelId,

        @Pattern(regexp = TestKind.SPELLINGS, message = TestKind.MESSAGE) @Nullable
        String testType) {

    private static final int DEFAULT_TESTS = 20;
    private static final int DEFAULT_BATCH = 10;

    OwaspGenerationRequest {
        name = name == null || name.isBlank() ? null : name.strip();
        numTests = Objects.requireNonNullElse(numTests, DEFAULT_TESTS);
        batchSize = Objects.requireNonNullElse(batchSize, DEFAULT_BATCH);
    }

    Framework list() {
        return Framework.of(framework);
    }
}
