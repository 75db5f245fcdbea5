package ai.rhesis.backend.suite.requirement;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.metric.metric.MetricReference;
import java.util.List;

/// A requirement with its metrics and what it carries.
public record RequirementView(Requirement requirement, List<MetricReference> metrics, Attached attached) {}
