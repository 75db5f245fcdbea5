package ai.rhesis.backend.run.execution;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Runs one test at once, in the request that asks for it. Nothing is stored, and no transaction is open while
/// the target is asked.
@Service
class Trial {

    private final TestCaseService tests;
    private final MetricService metrics;
    private final Planning planning;
    private final Instruments instruments;
    private final Scripts scripts;

    Trial(TestCaseService tests, MetricService metrics, Planning planning, Instruments instruments, Scripts scripts) {
        this.tests = tests;
        this.metrics = metrics;
        this.planning = planning;
        this.instruments = instruments;
        this.scripts = scripts;
    }

    TrialResponse run(TrialRequest request) {
        request.requireTest();
        TrialTest test = request.testId() == null ? TrialTest.of(request) : TrialTest.of(tests.get(request.testId()));
        List<MetricSnapshot> judging = request.evaluateMetrics() ? metricsOf(test) : List.of();
        RunPlan plan = planning.plan(planning.target(request.endpointId()), request.execution(), judging);
        Examiner examiner = new Examiner(
                plan,
                judging.stream().collect(toMap(MetricSnapshot::id, identity())),
                instruments,
                new Crew(Tenant.current()),
                Slots.ofOne());
        Finding finding = examiner.examine(test.item(judging, scripts));
        return TrialResponse.of(test, finding, request.evaluateMetrics());
    }

    private List<MetricSnapshot> metricsOf(TrialTest test) {
        UUID requirement = test.requirementId();
        return metrics.applicable(List.of(), null, requirement == null ? List.of() : List.of(requirement))
                .forTest(requirement, test.configuration() != null);
    }
}
