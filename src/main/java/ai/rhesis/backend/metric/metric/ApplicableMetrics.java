package ai.rhesis.backend.metric.metric;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The metrics that judge the tests of one run, as they were when it was asked.
///
/// @param forAll those of every test, whatever its requirement; none when the requirements decide
/// @param byRequirement those of the tests of a requirement
public record ApplicableMetrics(
        MetricsSource source, List<MetricSnapshot> forAll, Map<UUID, List<MetricSnapshot>> byRequirement) {

    static ApplicableMetrics toAll(MetricsSource source, List<MetricSnapshot> metrics) {
        return new ApplicableMetrics(source, metrics, Map.of());
    }

    static ApplicableMetrics byRequirement(List<LinkedMetric> linked) {
        return new ApplicableMetrics(
                MetricsSource.REQUIREMENT,
                List.of(),
                linked.stream()
                        .collect(groupingBy(
                                LinkedMetric::requirementId,
                                mapping(link -> link.metric().snapshot(null), toList()))));
    }

    /// Finds the metrics of one test; none when nothing judges it.
    ///
    /// @param requirementId the requirement of the test, if it has one
    public List<MetricSnapshot> forTest(@Nullable UUID requirementId, boolean isMultiTurn) {
        List<MetricSnapshot> chosen = forAll.isEmpty() && requirementId != null
                ? byRequirement.getOrDefault(requirementId, List.of())
                : forAll;
        return chosen.stream().filter(metric -> metric.appliesTo(isMultiTurn)).toList();
    }
}
