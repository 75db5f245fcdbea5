package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project as a client reads it.
record ProjectResponse(
        Identity identity,
        String name,
        @Nullable String description,
        boolean isActive,
        @Nullable String icon,
        @Nullable UUID statusId,
        @Nullable UUID ownerId,
        @Nullable UserReference owner,
        @Nullable Map<String, Object> attributes,
        List<TagReference> tags)
        implements Identified {

    static ProjectResponse of(ProjectView view) {
        Project project = view.project();
        return new ProjectResponse(
                Identity.of(project),
                project.getName(),
                project.getDescription(),
                project.isActive(),
                project.getIcon(),
                project.getStatusId(),
                project.getOwnerId(),
                view.owner(),
                project.getAttributes(),
                view.tags());
    }
}
