package ai.rhesis.backend.portal.overview;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The place of an object: its path and its project, if it is in one, to which a client can switch.
record ResolvedResponse(
        String resolution,
        String entityType,
        UUID entityId,
        UUID id,
        String nanoId,
        @Nullable String name,
        String url,
        @Nullable UUID projectId,
        @Nullable String projectName) {

    static ResolvedResponse of(ResolvedView view) {
        ObjectView object = view.object();
        return new ResolvedResponse(
                object.projectId() == null ? "found" : "switchable",
                object.entityType(),
                object.id(),
                object.id(),
                object.nanoId(),
                object.name(),
                view.url(),
                object.projectId(),
                object.projectName());
    }
}
