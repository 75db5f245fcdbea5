package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model as a client reads it: of its key only whether there is one.
record ModelResponse(
        Identity identity,
        String name,
        @Nullable String description,
        @Nullable UUID providerTypeId,
        @Nullable ProviderType providerType,
        String modelName,
        @Nullable String version,
        @Nullable String icon,
        String modelType,
        @Nullable String endpoint,
        boolean hasKey,
        @Nullable Map<String, String> requestHeaders,
        @Nullable Integer dimension,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UUID ownerId,
        @Nullable UserReference owner,
        @Nullable UUID assigneeId,
        @Nullable UserReference assignee,
        boolean isProtected,
        boolean available,
        @Nullable String availabilityReason,
        Counts counts)
        implements Identified {

    static ModelResponse of(ModelView view) {
        Model model = view.model();
        return new ModelResponse(
                Identity.of(model),
                model.getName(),
                model.getDescription(),
                model.getProviderTypeId(),
                view.providerType(),
                model.getModelName(),
                model.getModelVersion(),
                model.getIcon(),
                model.getModelType(),
                model.getEndpoint(),
                model.hasKey(),
                model.getRequestHeaders(),
                model.getDimension(),
                model.getStatusId(),
                view.status(),
                view.user(),
                model.getOwnerId(),
                view.owner(),
                model.getAssigneeId(),
                view.assignee(),
                model.isProtected(),
                view.isAvailable(),
                view.unavailability(),
                view.counts());
    }
}
