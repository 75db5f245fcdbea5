package ai.rhesis.backend.suite.testset;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// Tests to be put into a set or taken out of it.
public record TestIdsRequest(@NotEmpty @Size(max = MAX_IDS) List<@NotNull UUID> testIds) {

    static final int MAX_IDS = 10_000;

    UUID[] ids() {
        return testIds.toArray(UUID[]::new);
    }
}
