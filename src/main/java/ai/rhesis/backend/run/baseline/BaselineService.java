package ai.rhesis.backend.run.baseline;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.run.baseline.BaselineQueries.BaselineAct;
import ai.rhesis.backend.run.testrun.DeletionGuard;
import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The baselines of test sets. Only an act of a user moves one, and each act is kept.
@Service
@Transactional
public class BaselineService implements DeletionGuard {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,62}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final BaselineQueries baselines;
    private final TestSetService sets;
    private final ObjectProvider<TestRunService> runs;

    BaselineService(BaselineQueries baselines, TestSetService sets, ObjectProvider<TestRunService> runs) {
        this.baselines = baselines;
        this.sets = sets;
        this.runs = runs;
    }

    /// Makes an ended run the baseline of its set under a name; the same act again changes nothing.
    ///
    /// @throws ProblemException 409 while the run goes on, 422 for a bad name and a run of another set
    BaselineView put(String setKey, String name, BaselineRequest request) {
        requireName(name);
        UUID setId = sets.requireId(setKey);
        TestRun run = runs.getObject()
                .find(request.testRunId())
                .orElseThrow(
                        () -> Problem.invalid("test_run_id", "does not exist").exception());
        requireFit(run, setId, request);
        baselines.lock(setId);
        if (!isThereAlready(setId, name, request)) {
            baselines.add(BaseEntity.newId(), setId, name, request);
        }
        return get(setId, name, request.endpointId(), request.modelId());
    }

    @Transactional(readOnly = true)
    List<BaselineView> list(String setKey) {
        List<BaselineAct> all = baselines.acts(sets.requireId(setKey), null);
        return all.stream()
                .filter(BaselineAct::isCurrent)
                .map(current -> BaselineView.of(current, all))
                .toList();
    }

    /// Finds the baseline of a name, the one without a target where there are several.
    ///
    /// @throws ProblemException 404 when there is none
    @Transactional(readOnly = true)
    BaselineView get(String setKey, String name) {
        List<BaselineAct> all = baselines.acts(sets.requireId(setKey), name);
        return all.stream()
                .filter(BaselineAct::isCurrent)
                .reduce((bound, later) -> later)
                .map(current -> BaselineView.of(current, all))
                .orElseThrow(() -> notFound(name));
    }

    private BaselineView get(UUID setId, String name, @Nullable UUID endpointId, @Nullable UUID modelId) {
        List<BaselineAct> all = baselines.acts(setId, name);
        return current(all, endpointId, modelId)
                .map(current -> BaselineView.of(current, all))
                .orElseThrow(() -> notFound(name));
    }

    /// Returns the run that a text stands for beside a candidate: by its id, or by the name of a baseline.
    public Optional<TestRun> runOf(TestRun candidate, String named) {
        try {
            return runs.getObject().find(UUID.fromString(named));
        } catch (IllegalArgumentException name) {
            return runNamed(candidate, named);
        }
    }

    /// Returns the run that a name stands for, as a candidate sees it: of its own target first, then of
    /// any.
    private Optional<TestRun> runNamed(TestRun candidate, String name) {
        if (candidate.getTestSetId() == null) {
            return Optional.empty();
        }
        List<BaselineAct> all = baselines.acts(candidate.getTestSetId(), name);
        return current(all, candidate.getEndpointId(), candidate.getModelId())
                .or(() -> current(all, null, null))
                .flatMap(act -> runs.getObject().find(act.run().id()));
    }

    @Override
    public void beforeDelete(TestRun run) {
        baselines.nameOf(run.getId()).ifPresent(name -> {
            throw Problem.conflict("This run is the baseline '" + name
                            + "' of its test set; make another run the baseline first")
                    .exception();
        });
    }

    private boolean isThereAlready(UUID setId, String name, BaselineRequest request) {
        return current(baselines.acts(setId, name), request.endpointId(), request.modelId())
                .filter(act -> act.run().id().equals(request.testRunId())
                        && act.reason().equals(request.reason()))
                .isPresent();
    }

    private static Optional<BaselineAct> current(
            List<BaselineAct> acts, @Nullable UUID endpointId, @Nullable UUID modelId) {
        return acts.stream()
                .filter(act -> act.isCurrent() && act.isBoundTo(endpointId, modelId))
                .findFirst();
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches() || HASH.matcher(name).matches()) {
            throw Problem.invalid(List.of(Violation.at(
                            "path",
                            "name",
                            "pattern",
                            "must begin with a lower-case letter and hold up to 63 of a-z, 0-9, '.', '_' and '-'")))
                    .exception();
        }
    }

    private static void requireFit(TestRun run, UUID setId, BaselineRequest request) {
        if (request.endpointId() != null && request.modelId() != null) {
            throw Problem.invalid("model_id", "can't be set beside endpoint_id: a baseline has one target")
                    .exception();
        }
        if (!Objects.equals(run.getTestSetId(), setId)) {
            throw Problem.invalid("test_run_id", "is a run of another test set").exception();
        }
        RunLifecycle.requireEnded(run, "This run");
    }

    private static RuntimeException notFound(String name) {
        return Problem.notFound("Baseline not found", name).exception();
    }
}
