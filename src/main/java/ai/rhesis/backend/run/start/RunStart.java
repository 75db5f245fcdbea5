package ai.rhesis.backend.run.start;

import ai.rhesis.backend.metric.metric.ApplicableMetrics;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.early.EarlyDecisions;
import ai.rhesis.backend.run.testconfiguration.TestConfiguration;
import ai.rhesis.backend.run.testconfiguration.TestConfigurationRequest;
import ai.rhesis.backend.run.testconfiguration.TestConfigurationService;
import ai.rhesis.backend.run.testrun.ParameterSnapshot;
import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.run.testrun.TestRunView;
import ai.rhesis.backend.suite.testset.TestSet;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The start of runs. The configuration, the run with all of its work, and the tickets for it commit together: a crash
/// never leaves a run that nobody works on.
@Service
@Transactional
class RunStart {

    private static final int MAX_ITEMS = 100_000;

    private final TestSetService sets;
    private final TestConfigurationService configurations;
    private final TestRunService runs;
    private final MetricService metrics;
    private final RunPlanner planning;
    private final RunParameters parameters;
    private final RunPlanQueries plans;
    private final RunItemQueries items;
    private final RunTickets tickets;
    private final EarlyDecisions early;

    RunStart(
            TestSetService sets,
            TestConfigurationService configurations,
            TestRunService runs,
            MetricService metrics,
            RunPlanner planning,
            RunParameters parameters,
            RunPlanQueries plans,
            RunItemQueries items,
            RunTickets tickets,
            EarlyDecisions early) {
        this.sets = sets;
        this.configurations = configurations;
        this.runs = runs;
        this.metrics = metrics;
        this.planning = planning;
        this.parameters = parameters;
        this.plans = plans;
        this.items = items;
        this.tickets = tickets;
        this.early = early;
    }

    /// Runs a set, named by its id, nano id or slug, against an endpoint or a model.
    StartedView execute(String setKey, UUID targetId, ExecutionRequest request) {
        TestSet set = sets.get(setKey).set();
        PinnedTarget target = planning.target(targetId);
        TestConfiguration configuration = configurations
                .create(TestConfigurationRequest.of(
                                set.getId(), target.endpointId(), target.modelId(), set.getProjectId())
                        .with(RunParameters.attributes(request)))
                .configuration();
        return start(configuration, set, target, request);
    }

    /// Runs what a configuration says.
    ///
    /// @throws ProblemException 409 when it has no test set or no target
    StartedView execute(UUID configurationId, ExecutionRequest request) {
        TestConfiguration configuration = configurations.get(configurationId).configuration();
        UUID targetId = configuration.getModelId() == null ? configuration.getEndpointId() : configuration.getModelId();
        if (configuration.getTestSetId() == null || targetId == null) {
            throw Problem.conflict("This configuration has no " + (targetId == null ? "target" : "test set")
                            + ", so there is nothing to run.")
                    .exception();
        }
        TestSet set = sets.get(configuration.getTestSetId().toString()).set();
        Map<String, @Nullable Object> asked = RunParameters.attributes(request);
        if (asked != null) {
            configurations.keep(configurationId, asked);
        }
        return start(configuration, set, planning.target(targetId), request);
    }

    /// Judges what a run stored again, into a new run.
    StartedView rescore(UUID runId, ExecutionRequest request) {
        TestRun run = runs.require(runId);
        TestConfiguration configuration =
                configurations.get(run.getTestConfigurationId()).configuration();
        return startRescore(configuration, finished(run), request.of(runId));
    }

    /// Runs what of a run is missing or errored, in the name of the caller.
    ///
    /// @return the run as it waits, before any node has taken it
    /// @throws ProblemException 409 when it is not finished, or nothing is missing
    TestRunView resume(UUID runId) {
        runs.reopen(runId);
        int reopened = items.reopen(runId);
        if (reopened == 0) {
            throw Problem.conflict("Every test of this run has a verdict; there is nothing to resume.")
                    .exception();
        }
        tickets.put(runId, reopened);
        return runs.get(runId);
    }

    private StartedView start(
            TestConfiguration configuration, TestSet set, PinnedTarget target, ExecutionRequest request) {
        if (request.referenceTestRunId() != null) {
            return startRescore(configuration, reference(request.referenceTestRunId(), set), request);
        }
        requireNotTooMany(set, request.executionOptions().repetitions());
        ApplicableMetrics applicable =
                metrics.applicable(request.metrics(), set.getId(), items.requirementsOf(set.getId()));
        PinnedMetrics pinned = PinnedMetrics.of(applicable);
        ParameterSnapshot values = parameters.resolve(target, request.parameters());
        RunPlan plan = planning.plan(target, request, pinned.snapshots()).with(values);
        TestRun run = runs.create(request.run(configuration, target, set.getName())
                .with(values)
                .as(request.executionOptions().mode(applicable.source())));
        ExecutionOptions options = request.executionOptions();
        options = options.with(early.resolve(run, options.stopWhen()));
        plans.pin(run.getId(), plan.with(options), pinned);
        int count = items.addFromVersion(run.getId(), options);
        early.pair(run, options.stopWhen());
        tickets.put(run.getId(), count);
        return new StartedView(run, target.id(), target.name(), count);
    }

    /// @throws ProblemException 422 when the run would be larger than one transaction can
    /// start
    private void requireNotTooMany(TestSet set, int repetitions) {
        if (items.count(set.getId(), repetitions) > MAX_ITEMS) {
            throw Problem.invalid("execution_options.repetitions", "a run has at most " + MAX_ITEMS + " results")
                    .exception();
        }
    }

    private StartedView startRescore(TestConfiguration configuration, TestRun reference, ExecutionRequest request) {
        EarlyDecisions.refuse(request.executionOptions().stopWhen());
        RunPlan former = plans.plan(reference.getId());
        ApplicableMetrics applicable = metrics.applicable(
                request.metrics(), reference.getTestSetId(), items.requirementsOfRun(reference.getId()));
        PinnedMetrics pinned = PinnedMetrics.of(applicable);
        PinnedTarget target = former == null ? targetOf(reference) : former.target();
        TestRun run = runs.create(request.run(configuration, target, reference.getTestSetName())
                .with(reference.getParameters())
                .of(reference.version())
                .as(request.executionOptions().mode(applicable.source())));
        RunPlan plan = planning.plan(target, request, pinned.snapshots()).with(reference.getParameters());
        plans.pin(run.getId(), plan, pinned);
        int count = items.addFromRun(run.getId(), reference.getId());
        tickets.put(run.getId(), count);
        return new StartedView(run, target.id(), target.name(), count);
    }

    /// @throws ProblemException 422 unless it is a finished run of the set
    private TestRun reference(UUID runId, TestSet set) {
        TestRun run = runs.find(runId).orElse(null);
        if (run == null || !Objects.equals(run.getTestSetId(), set.getId())) {
            throw Problem.invalid("reference_test_run_id", "is not a run of this test set")
                    .exception();
        }
        return finished(run);
    }

    private static TestRun finished(TestRun run) {
        if (RunLifecycle.isGoingOn(run)) {
            throw Problem.conflict(
                            "That run is " + run.getState() + "; its outputs are judged again when it is finished.")
                    .with("state", run.getState())
                    .exception();
        }
        return run;
    }

    private PinnedTarget targetOf(TestRun keptByClient) {
        UUID id = keptByClient.getModelId() == null ? keptByClient.getEndpointId() : keptByClient.getModelId();
        if (id == null) {
            throw Problem.conflict("What this run tested was removed.").exception();
        }
        return planning.target(id);
    }
}
