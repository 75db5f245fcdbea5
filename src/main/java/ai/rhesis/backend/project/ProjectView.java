package ai.rhesis.backend.project;

import ai.rhesis.backend.tag.TagReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A project with its owner and tags.
public record ProjectView(Project project, @Nullable Owner owner, List<TagReference> tags) {}
