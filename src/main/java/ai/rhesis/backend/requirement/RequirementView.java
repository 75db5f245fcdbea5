package ai.rhesis.backend.requirement;

import ai.rhesis.backend.attachment.Attached;
import ai.rhesis.backend.metric.MetricReference;
import java.util.List;

/// A requirement with its metrics and what it carries.
public record RequirementView(Requirement requirement, List<MetricReference> metrics, Attached attached) {}
