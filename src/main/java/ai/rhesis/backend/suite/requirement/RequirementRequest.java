package ai.rhesis.backend.suite.requirement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A requirement as a client writes it.
record RequirementRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @Nullable UUID statusId) {

    /// Strips the name, because it is found by what is between the spaces.
    RequirementRequest {
        name = name == null ? name : name.strip();
    }

    static RequirementRequest of(Requirement requirement) {
        return new RequirementRequest(
                requirement.getId(), requirement.getName(), requirement.getDescription(), requirement.getStatusId());
    }
}
