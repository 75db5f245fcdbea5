package ai.rhesis.backend.portal.preflight;

import static java.util.stream.Collectors.joining;

import ai.rhesis.backend.metric.metric.MetricSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The checks of one test set, which ask nobody but the database.
@Component
@Transactional(readOnly = true)
class SetChecks {

    private static final int MAX_NAMED = 10;

    private final PreflightQueries preflights;
    private final SetMetrics metrics;
    private final MetricFitness fitness;

    SetChecks(PreflightQueries preflights, SetMetrics metrics, MetricFitness fitness) {
        this.preflights = preflights;
        this.metrics = metrics;
        this.fitness = fitness;
    }

    Finding look(PreflightPlan plan, PlannedCheck check) {
        CheckedSet set = Objects.requireNonNull(check.set());
        PreflightRequest request = plan.request();
        return switch (check.name()) {
            case TEST_SET_NOT_EMPTY -> notEmpty(set);
            case REQUIREMENT_METRIC_COVERAGE -> coverage(request, set);
            case METRIC_COMPATIBILITY -> compatibility(request, set);
            case METRIC_FUNCTIONALITY -> functionality(request, set);
            default -> throw new IllegalArgumentException(check.name() + " is not a check of a set");
        };
    }

    private Finding notEmpty(CheckedSet set) {
        long tests = preflights.contents(set.id()).tests();
        return tests == 0
                ? Finding.failed("Test set has no tests", "Add tests to the test set before executing.")
                : Finding.passed("Test set contains " + tests + " test(s)", null);
    }

    private Finding coverage(PreflightRequest request, CheckedSet set) {
        return switch (request.metricMode()) {
            case "define_custom" -> {
                List<MetricSnapshot> chosen = metrics.of(request, set);
                yield chosen.isEmpty()
                        ? Finding.failed("No custom metrics selected", "Select at least one metric.")
                        : Finding.passed(chosen.size() + " custom metric(s) selected", names(chosen));
            }
            case "use_test_set" -> {
                List<MetricSnapshot> own = metrics.of(request, set);
                yield own.isEmpty()
                        ? Finding.warning(
                                "Test set has no metrics configured",
                                "Add metrics to the test set or switch to requirement metrics.")
                        : Finding.passed("Test set has " + own.size() + " metric(s)", names(own));
            }
            default -> coverage(preflights.requirements(set.id()));
        };
    }

    private static Finding coverage(List<PreflightQueries.Requirement> requirements) {
        if (requirements.isEmpty()) {
            return Finding.warning(
                    "No requirements found in test set", "Tests in this set have no associated requirements.");
        }
        List<String> uncovered = requirements.stream()
                .filter(requirement -> !requirement.isCovered())
                .map(PreflightQueries.Requirement::name)
                .toList();
        if (uncovered.isEmpty()) {
            return Finding.passed("All " + requirements.size() + " requirement(s) have metrics", null);
        }
        return Finding.warning(
                uncovered.size() + " of " + requirements.size() + " requirement(s) missing metric associations",
                "No metrics assigned to: " + shortened(uncovered.stream()) + ". Their tests will not be judged.");
    }

    private Finding compatibility(PreflightRequest request, CheckedSet set) {
        List<MetricSnapshot> inScope = metrics.inScope(request, set);
        if (inScope.isEmpty()) {
            return Finding.skipped("No metrics to check compatibility for");
        }
        List<String> issues = fitness.missing(request.endpointId(), inScope, preflights.contents(set.id()));
        return issues.isEmpty()
                ? Finding.passed(
                        "All " + inScope.size() + " metric(s) are compatible with the endpoint", names(inScope))
                : Finding.warning(issues.size() + " compatibility issue(s) detected", shortened(issues.stream()));
    }

    private Finding functionality(PreflightRequest request, CheckedSet set) {
        List<MetricSnapshot> all = metrics.of(request, set);
        if (all.isEmpty()) {
            return Finding.warning("No metrics found for this configuration", null);
        }
        List<MetricSnapshot> inScope = SetMetrics.inScope(all, set);
        if (inScope.isEmpty()) {
            return Finding.warning("No metrics support " + set.scope() + " scope", names(all));
        }
        List<String> broken = fitness.broken(inScope, request.evaluationModelId());
        return broken.isEmpty()
                ? Finding.passed("All " + inScope.size() + " metric(s) can judge", names(inScope))
                : Finding.warning(
                        broken.size() + " of " + inScope.size() + " metric(s) can't judge", shortened(broken.stream()));
    }

    private static String names(List<MetricSnapshot> metrics) {
        return shortened(metrics.stream().map(MetricSnapshot::name));
    }

    private static String shortened(Stream<String> texts) {
        return texts.limit(MAX_NAMED).collect(joining("; "));
    }
}
