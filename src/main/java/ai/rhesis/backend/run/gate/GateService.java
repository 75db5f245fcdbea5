package ai.rhesis.backend.run.gate;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.run.calibration.CalibrationService;
import ai.rhesis.backend.run.calibration.RunJudges;
import ai.rhesis.backend.run.comparison.CompareRequest;
import ai.rhesis.backend.run.comparison.Comparison;
import ai.rhesis.backend.run.comparison.ComparisonService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The comparison of runs with rules. A run passes unless a rule fails or cannot be told.
@Service
@Transactional
class GateService {

    private final GateQueries figures;
    private final ComparisonService comparisons;
    private final CalibrationService calibrations;

    GateService(GateQueries figures, ComparisonService comparisons, CalibrationService calibrations) {
        this.figures = figures;
        this.comparisons = comparisons;
        this.calibrations = calibrations;
    }

    /// Checks a run that has ended.
    ///
    /// @throws ProblemException 409 while the baseline goes on, 422 for bad rules
    GateView check(UUID runId, GateRequest request) {
        GateRules rules = request.rules();
        require(rules, request.baseline());
        Comparison comparison =
                request.baseline() == null ? null : comparisons.compare(runId, question(rules, request.baseline()));
        RuleChecks checks = new RuleChecks(
                rules,
                figures.figures(runId),
                rules.blockers() == null ? null : figures.tagged(runId, rules.blockers()),
                rules.needsCalibratedJudge() ? calibrations.judgesOf(runId) : RunJudges.NONE,
                comparison);
        return GateView.of(checks.all().toList(), comparison);
    }

    /// Asks for losses alone where the wanted verdict speaks of them alone.
    private static CompareRequest question(GateRules rules, String baseline) {
        boolean isOfLosses = rules.verdict() != null && !rules.verdict().equals("better");
        return CompareRequest.with(baseline)
                .asking(isOfLosses ? Alternative.WORSE : Alternative.TWO_SIDED, rules.margin(), rules.alpha());
    }

    private static void require(GateRules rules, @Nullable String baseline) {
        List<Violation> wrong = new ArrayList<>();
        rules.misspelt().keySet().stream()
                .map(name -> new Violation(
                        "unknown", List.of("body", "rules", name), "is not a rule; allowed are: " + GateRules.NAMES))
                .forEach(wrong::add);
        if (wrong.isEmpty() && rules.isEmpty()) {
            wrong.add(Violation.ofBody("rules", "empty", "must hold at least one rule: " + GateRules.NAMES));
        }
        if (rules.needsBaseline() && baseline == null) {
            wrong.add(Violation.ofBody("baseline", "missing", "is needed by the rule 'verdict'"));
        }
        if (rules.needsMargin()) {
            wrong.add(Violation.ofBody("rules.margin", "missing", "is needed by the verdict 'not_worse'"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong).exception();
        }
    }
}
