package ai.rhesis.backend.run.worker;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.enclosure.Enclosures;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.run.start.RunPlan;
import ai.rhesis.backend.run.start.RunPlanner;
import ai.rhesis.backend.run.start.Scripts;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The run of one test at once, in the request that asks for it. Nothing is stored, and no transaction is open while
/// the target is asked.
@Service
class AdHocRun {

    private final TestCaseService tests;
    private final MetricService metrics;
    private final RunPlanner planning;
    private final TestExecutors executors;
    private final Scripts scripts;
    private final TokenMeter meter;
    private final Enclosures enclosures;

    AdHocRun(
            TestCaseService tests,
            MetricService metrics,
            RunPlanner planning,
            TestExecutors executors,
            Scripts scripts,
            TokenMeter meter,
            Enclosures enclosures) {
        this.tests = tests;
        this.metrics = metrics;
        this.planning = planning;
        this.executors = executors;
        this.scripts = scripts;
        this.meter = meter;
        this.enclosures = enclosures;
    }

    AdHocRunResponse run(AdHocRunRequest request) {
        request.requireTest();
        AdHocTestCase test =
                request.testId() == null ? AdHocTestCase.of(request) : AdHocTestCase.of(tests.get(request.testId()));
        List<MetricSnapshot> judging = request.evaluateMetrics() ? metricsOf(test) : List.of();
        RunPlan plan = planning.plan(planning.target(request.endpointId()), request.execution(), judging);
        TestExecutor executor = executors.of(
                plan,
                judging.stream().collect(toMap(MetricSnapshot::id, identity())),
                new TenantThreads(Tenant.current()),
                TestExecutors.Limits.ofOneCall());
        ItemResult itemResult = executor.execute(
                test.item(judging, scripts).with(plan.takesFiles() ? files(test) : ItemFiles.NONE), () -> {});
        meter.count(itemResult.usage().plus(itemResult.judgeUsage()));
        return AdHocRunResponse.of(test, itemResult, request.evaluateMetrics());
    }

    private ItemFiles files(AdHocTestCase test) {
        return test.testId() == null ? ItemFiles.NONE : ItemFiles.of(enclosures.ofTest(test.testId()));
    }

    private List<MetricSnapshot> metricsOf(AdHocTestCase test) {
        UUID requirement = test.requirementId();
        return metrics.applicable(List.of(), null, requirement == null ? List.of() : List.of(requirement))
                .forTest(requirement, test.configuration() != null);
    }
}
