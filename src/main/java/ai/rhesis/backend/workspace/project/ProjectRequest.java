package ai.rhesis.backend.workspace.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project as a client writes it.
record ProjectRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        Boolean isActive,
        @Nullable String icon,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable Map<String, Object> attributes) {

    ProjectRequest {
        isActive = Objects.requireNonNullElse(isActive, true);
    }

    static ProjectRequest named(String name) {
        return new ProjectRequest(null, name, null, true, null, null, null, null);
    }

    static ProjectRequest of(Project project) {
        return new ProjectRequest(
                project.getId(),
                project.getName(),
                project.getDescription(),
                project.isActive(),
                project.getIcon(),
                project.getStatusId(),
                project.getOwnerId(),
                project.getAttributes());
    }
}
