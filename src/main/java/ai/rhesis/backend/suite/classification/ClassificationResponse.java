package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A category or topic as a client reads it.
record ClassificationResponse(
        Identity identity,
        String name,
        @Nullable String description,
        @Nullable UUID parentId,
        @Nullable UUID entityTypeId,
        @Nullable UUID statusId)
        implements Identified {

    static ClassificationResponse of(Classification classification) {
        return new ClassificationResponse(
                Identity.of(classification),
                classification.getName(),
                classification.getDescription(),
                classification.getParentId(),
                classification.getEntityTypeId(),
                classification.getStatusId());
    }
}
