package ai.rhesis.backend.run.start;

import ai.rhesis.backend.metric.metric.ApplicableMetrics;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The metrics of a run, each once, with the requirements whose tests it judges.
///
/// @param byRequirement those requirements by the id of the metric; none where every test is judged
record PinnedMetrics(Collection<MetricSnapshot> snapshots, Map<UUID, List<UUID>> byRequirement) {

    static PinnedMetrics of(ApplicableMetrics applicable) {
        Map<UUID, MetricSnapshot> all = new LinkedHashMap<>();
        Map<UUID, List<UUID>> requirements = new LinkedHashMap<>();
        applicable.forAll().forEach(metric -> all.put(metric.id(), metric));
        applicable
                .byRequirement()
                .forEach((requirement, metrics) -> metrics.forEach(metric -> {
                    all.put(metric.id(), metric);
                    requirements
                            .computeIfAbsent(metric.id(), id -> new ArrayList<>())
                            .add(requirement);
                }));
        return new PinnedMetrics(all.values(), requirements);
    }

    /// Returns the ids joined by commas, as a text array inside of one column is written; null for all tests.
    @Nullable
    String requirementsOf(MetricSnapshot metric) {
        List<UUID> ids = byRequirement.get(metric.id());
        return ids == null
                ? null
                : "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }
}
