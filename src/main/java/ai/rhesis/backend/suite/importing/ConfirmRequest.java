package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.testset.TestSetRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The set that an import is to become.
///
/// @param partial whether bad rows are left out, as by default; else one bad row is the end of all
record ConfirmRequest(
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @Nullable String shortDescription,
        @Nullable Boolean partial) {

    boolean leavesOutBadRows() {
        return Objects.requireNonNullElse(partial, true);
    }

    TestSetRequest toTestSet(String type) {
        return new TestSetRequest(
                null,
                name,
                description,
                shortDescription,
                null,
                null,
                NamedReference.of(type),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
