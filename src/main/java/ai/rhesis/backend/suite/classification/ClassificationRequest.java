package ai.rhesis.backend.suite.classification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A category or topic as a client writes it.
record ClassificationRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @Nullable UUID parentId,
        @Nullable UUID entityTypeId,
        @Nullable UUID statusId) {

    static ClassificationRequest of(Classification classification) {
        return new ClassificationRequest(
                classification.getId(),
                classification.getName(),
                classification.getDescription(),
                classification.getParentId(),
                classification.getEntityTypeId(),
                classification.getStatusId());
    }
}
