package ai.rhesis.backend.run.early;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.statistics.Clusters;
import ai.rhesis.backend.run.baseline.BaselineService;
import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The preparation of runs that may end early, and the look at whether they are decided.
@Service
@Transactional
public class EarlyDecisions {

    private static final String PATH = "execution_options.stop_when.";
    private static final int MAX_LOOKS = 1_000;

    private final BaselineService baselines;
    private final LookQueries looks;

    EarlyDecisions(BaselineService baselines, LookQueries looks) {
        this.baselines = baselines;
        this.looks = looks;
    }

    /// Refuses a rule for a run that judges stored outputs again: all of them are there.
    ///
    /// @throws ProblemException 422 where there is a rule
    public static void refuse(@Nullable StopWhen rule) {
        if (rule != null) {
            throw Problem.invalid("execution_options.stop_when", "is not allowed where stored outputs are judged again")
                    .exception();
        }
    }

    /// Returns the rule with the run that its baseline is now.
    ///
    /// @throws ProblemException 422 for an unknown baseline, 409 while it goes on
    public @Nullable StopWhen resolve(TestRun run, @Nullable StopWhen rule) {
        if (rule == null) {
            return null;
        }
        TestRun baseline = baselines
                .runOf(run, rule.baseline())
                .filter(found -> !found.getId().equals(run.getId()))
                .orElseThrow(() -> Problem.invalid(
                                PATH + "baseline",
                                "is neither the id of a run nor the name of a baseline of the test set")
                        .exception());
        RunLifecycle.requireEnded(baseline, "The baseline");
        return rule.against(baseline.getId());
    }

    /// Pairs the tests of a run that is about to begin with those of its baseline.
    ///
    /// @throws ProblemException 422 where so many tests share topics that they can't be taken for independent
    public void pair(TestRun run, @Nullable StopWhen rule) {
        if (rule == null) {
            return;
        }
        looks.pair(run.getId(), rule.baselineId());
        if (rule.isAuto() && looks.sharedTopics(run.getId()) >= Clusters.MIN_SHARED) {
            throw Problem.invalid(
                            PATH + "cluster_by",
                            "at least %d topics hold two tests, which may go wrong together; an early decision takes tests"
                                            .formatted(Clusters.MIN_SHARED)
                                    + " to be independent: set it to none if they are")
                    .exception();
        }
    }

    /// Reads on in the finished prefix until it decides or ends.
    ///
    /// @return whether it is decided
    public boolean look(EarlyDecision decision) {
        boolean byOutcome = decision.isByOutcome(() -> looks.isByOutcome(decision.runId(), decision.baselineId()));
        List<Look> next;
        do {
            next = looks.next(decision, byOutcome, MAX_LOOKS);
            next.forEach(decision::take);
        } while (!decision.isMade() && next.size() == MAX_LOOKS);
        return decision.isMade();
    }
}
