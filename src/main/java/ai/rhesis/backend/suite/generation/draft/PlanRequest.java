package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.platform.tenancy.InScope;
import ai.rhesis.backend.suite.generation.GenerationConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request for a plan of tests.
///
/// @param previousMessages what the user said before, the newest last
record PlanRequest(
        @NotBlank @Size(max = GenerationConfig.MAX_TEXT) String prompt,
        @InScope @Nullable UUID projectId,
        @Size(max = 50) @Nullable List<@NotNull @Valid Earlier> previousMessages) {

    List<Earlier> earlier() {
        return previousMessages == null ? List.of() : previousMessages;
    }
}
