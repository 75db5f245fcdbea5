package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.baseline.BaselineService;
import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The comparison of runs. The same question about the same results has the same answer under the same id; results
/// that change later, by a review for example, make a new one and leave the old. A run keeps its newest answers.
@Service
@Transactional
public class ComparisonService {

    private final TestRunService runs;
    private final BaselineService baselines;
    private final FingerprintQueries fingerprints;
    private final Pairings pairings;
    private final PlannerQueries planner;
    private final ComparisonQueries comparisons;
    private final QueueLabels labels;
    private final ComparisonMaker maker;
    private final JsonMapper json;

    ComparisonService(
            TestRunService runs,
            BaselineService baselines,
            FingerprintQueries fingerprints,
            Pairings pairings,
            PlannerQueries planner,
            ComparisonQueries comparisons,
            QueueLabels labels,
            ComparisonMaker maker,
            JsonMapper json) {
        this.runs = runs;
        this.baselines = baselines;
        this.fingerprints = fingerprints;
        this.pairings = pairings;
        this.planner = planner;
        this.comparisons = comparisons;
        this.labels = labels;
        this.maker = maker;
        this.json = json;
    }

    /// Compares a run with the baseline that the request names.
    ///
    /// @throws ProblemException 404 or 410 without the run, 409 while either run goes on,
    ///     422 for an unknown baseline or metric
    public Comparison compare(UUID candidateId, CompareRequest request) {
        TestRun candidate = runs.require(candidateId);
        TestRun baseline = baselineOf(candidate, request.baseline());
        RunLifecycle.requireEnded(candidate, "This run");
        RunLifecycle.requireEnded(baseline, "The baseline");
        String inputs = fingerprints.of(candidate.getId(), baseline.getId());
        ComparisonQuestion question = new ComparisonQuestion(candidate, baseline, request);
        UUID id = ComparisonId.of(
                candidate.getId(), baseline.getId(), inputs, json.writeValueAsString(question.parameters()));
        Optional<String> earlier = comparisons.body(id);
        earlier.ifPresent(body -> pairings.require(id));
        return earlier.map(this::read).orElseGet(() -> make(id, question, inputs));
    }

    /// Finds an earlier comparison.
    ///
    /// @throws ProblemException 404 when there is none
    @Transactional(readOnly = true)
    public Comparison get(UUID id) {
        return comparisons.body(id).map(this::read).orElseThrow(() -> notFound(id));
    }

    /// Makes sure that the tests of an earlier comparison can be read.
    ///
    /// @throws ProblemException 404 when there is none, 410 where its pairs are gone and results have changed since
    public void requireTests(UUID id) {
        pairings.require(id);
    }

    static RuntimeException notFound(UUID id) {
        return Problem.notFound("Comparison not found", id).exception();
    }

    private Comparison make(UUID id, ComparisonQuestion question, String inputs) {
        planner.planForManyRows();
        Pairing pairing = paired(question, inputs, question.isAutomatic());
        ReviewedPairs reviews = question.isAutomatic()
                ? ReviewedPairs.NONE
                : labels.find(pairing, () -> paired(question, inputs, true));
        Comparison made = maker.make(new Inquiry(id, question, pairing, reviews));
        planner.planForFewRows();
        comparisons.keep(id, pairing.id(), json.writeValueAsString(made));
        pairings.forgetOldest(pairing.candidate());
        return made;
    }

    private Pairing paired(ComparisonQuestion question, String inputs, boolean isAutomatic) {
        return pairings.of(question.candidate().getId(), question.baseline().getId(), inputs, isAutomatic);
    }

    private TestRun baselineOf(TestRun candidate, String named) {
        TestRun baseline = runNamed(candidate, named)
                .orElseThrow(() -> Problem.invalid(
                                "baseline",
                                "is neither the id of a run nor the name of a baseline of the run's test set")
                        .exception());
        if (baseline.getId().equals(candidate.getId())) {
            throw Problem.invalid("baseline", "is the run itself").exception();
        }
        return baseline;
    }

    /// Returns the run that a text stands for beside a candidate: by its id, or by the name of a baseline.
    @Transactional(readOnly = true)
    public Optional<TestRun> runNamed(TestRun candidate, String named) {
        return baselines.runOf(candidate, named);
    }

    private Comparison read(String body) {
        return json.readValue(body, Comparison.class);
    }
}
