package ai.rhesis.backend.project;

import ai.rhesis.backend.tag.TagReference;
import ai.rhesis.backend.user.UserReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project with its owner and tags.
public record ProjectView(Project project, @Nullable UserReference owner, List<TagReference> tags) {}
