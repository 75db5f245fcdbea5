package ai.rhesis.backend.requirement;

import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// A requirement with its tags.
public record RequirementView(Requirement requirement, List<TagReference> tags) {}
