package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.identity.user.UserReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project with its owner and tags.
public record ProjectView(Project project, @Nullable UserReference owner, List<TagReference> tags) {}
