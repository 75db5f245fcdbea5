package ai.rhesis.backend.requirement;

import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// A requirement with its tags and what is about it.
public record RequirementView(Requirement requirement, List<TagReference> tags, Counts counts) {}
