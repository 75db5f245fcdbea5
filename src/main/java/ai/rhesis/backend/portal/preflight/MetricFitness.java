package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.metric.judge.Judge;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.run.start.PinnedTarget;
import ai.rhesis.backend.run.start.RunPlanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The fitness of metrics for a run: whether they get what they judge by, and whether anybody can judge by them.
@Component
class MetricFitness {

    /// Our own assertion about tools, its opposite, and the metric of the SDK.
    private static final Set<String> ABOUT_TOOLS = Set.of("tool-call-f1", "not-tool-call-f1", "DeepEvalToolUse");

    private final RunPlanner planner;
    private final Judge judge;
    private final Directory directory;

    MetricFitness(RunPlanner planner, Judge judge, Directory directory) {
        this.planner = planner;
        this.judge = judge;
        this.directory = directory;
    }

    /// Says which of the metrics will miss something, in a sentence each.
    List<String> missing(UUID target, List<MetricSnapshot> metrics, PreflightQueries.Contents contents) {
        PinnedTarget pinned = planner.target(target);
        EndpointSnapshot endpoint = pinned.model() == null ? pinned.required() : null;
        List<String> issues = new ArrayList<>();
        for (MetricSnapshot metric : metrics) {
            if (metric.contextRequired() && lacks(endpoint, "context")) {
                issues.add(metric.name() + " requires context but the response mapping has no context");
            }
            if (isAboutTools(metric) && lacks(endpoint, "tool_calls")) {
                issues.add(metric.name() + " requires tool calls but the response mapping has no tool_calls");
            }
            if (metric.groundTruthRequired() && contents.withoutExpectation() > 0) {
                issues.add("%s requires ground truth but %d of %d test(s) have no expected response"
                        .formatted(metric.name(), contents.withoutExpectation(), contents.tests()));
            }
        }
        return issues;
    }

    private static boolean isAboutTools(MetricSnapshot metric) {
        return metric.className() != null && ABOUT_TOOLS.contains(metric.className());
    }

    private static boolean lacks(@Nullable EndpointSnapshot endpoint, String output) {
        JsonNode mapping = endpoint == null ? null : endpoint.responseMapping();
        return mapping == null || !mapping.has(output);
    }

    /// Says which of the metrics nobody can judge by, in a sentence each.
    List<String> broken(List<MetricSnapshot> metrics, @Nullable UUID evaluationModel) {
        return metrics.stream()
                .filter(MetricSnapshot::asksModel)
                .flatMap(metric -> Stream.ofNullable(broken(metric, evaluationModel)))
                .toList();
    }

    private @Nullable String broken(MetricSnapshot metric, @Nullable UUID evaluationModel) {
        if (!judge.knowsScaleOf(metric)) {
            return metric.name() + " has no scale to judge on";
        }
        UUID model = judge.modelFor(metric, evaluationModel);
        return model == null || !directory.isLiving(Model.class, model)
                ? metric.name() + " has no model to judge with"
                : null;
    }
}
