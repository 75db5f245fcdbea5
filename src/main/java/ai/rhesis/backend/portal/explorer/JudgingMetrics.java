package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.metric.metric.MetricChoice;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The metrics that judge the tests of trees.
@Component
public class JudgingMetrics {

    private final ExplorerSettings settings;
    private final MetricService metrics;

    JudgingMetrics(ExplorerSettings settings, MetricService metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /// Finds the metrics to judge by: those of these names, else those of the tree.
    ///
    /// @throws ProblemException 400 when one does not exist, or there are none
    public List<MetricSnapshot> of(String key, @Nullable List<String> named) {
        // also where metrics are named: another set is refused
        List<String> own = settings.get(key).metrics().stream()
                .map(ExplorerSettingsResponse.NamedObject::name)
                .toList();
        List<String> names = named == null || named.isEmpty() ? own : named;
        if (names.isEmpty()) {
            throw Problem.badRequest(
                            "metric_names",
                            "No metrics specified and no metrics configured in the settings of the tree")
                    .exception();
        }
        List<MetricChoice> choices =
                names.stream().map(name -> new MetricChoice(null, name, null)).toList();
        try {
            return metrics.applicable(choices, null, List.of()).forAll();
        } catch (ProblemException unknown) {
            throw Problem.badRequest("metric_names", "A metric does not exist: " + String.join(", ", names))
                    .exception();
        }
    }
}
