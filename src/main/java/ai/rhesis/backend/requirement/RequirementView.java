package ai.rhesis.backend.requirement;

import ai.rhesis.backend.metric.MetricReference;
import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// A requirement with its metrics, its tags and what is about it.
public record RequirementView(
        Requirement requirement, List<MetricReference> metrics, List<TagReference> tags, Counts counts) {}
