package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The metrics that would judge the tests of a set.
@Component
@Transactional(readOnly = true)
class SetMetrics {

    private final MetricService metrics;
    private final PreflightQueries preflights;

    SetMetrics(MetricService metrics, PreflightQueries preflights) {
        this.metrics = metrics;
        this.preflights = preflights;
    }

    /// Finds all of them, whatever tests they are for.
    ///
    /// @throws ProblemException 422 when a chosen one is no living metric
    List<MetricSnapshot> of(PreflightRequest request, CheckedSet set) {
        return switch (request.metricMode()) {
            case "define_custom" ->
                request.chosen().isEmpty()
                        ? List.of()
                        : metrics.applicable(request.chosen(), null, List.of()).forAll();
            case "use_test_set" ->
                metrics.applicable(List.of(), set.id(), List.of()).forAll();
            default -> ofRequirements(set);
        };
    }

    /// Finds those for tests with as many turns as the set's.
    List<MetricSnapshot> inScope(PreflightRequest request, CheckedSet set) {
        return inScope(of(request, set), set);
    }

    /// Keeps those for tests with as many turns as the set's.
    static List<MetricSnapshot> inScope(List<MetricSnapshot> all, CheckedSet set) {
        return all.stream()
                .filter(metric -> metric.appliesTo(set.isMultiTurn()))
                .toList();
    }

    private List<MetricSnapshot> ofRequirements(CheckedSet set) {
        List<UUID> requirements = preflights.requirements(set.id()).stream()
                .map(PreflightQueries.Requirement::id)
                .toList();
        Map<UUID, MetricSnapshot> distinct = new LinkedHashMap<>();
        metrics.applicable(List.of(), null, requirements)
                .byRequirement()
                .values()
                .forEach(linked -> linked.forEach(metric -> distinct.put(metric.id(), metric)));
        return List.copyOf(distinct.values());
    }
}
