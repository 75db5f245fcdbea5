package ai.rhesis.backend.project;

import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// A project with its tags.
public record ProjectView(Project project, List<TagReference> tags) {}
