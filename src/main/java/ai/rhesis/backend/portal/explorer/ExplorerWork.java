package ai.rhesis.backend.portal.explorer;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.suite.generation.GenerationTurns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The work on many tests of a tree at once, while the caller waits: an endpoint is asked, metrics judge.
@Component
class ExplorerWork {

    static final int MAX_TESTS = 500;

    private final ExplorerTree tree;
    private final EndpointAnswers answers;
    private final JudgingMetrics metrics;
    private final AnswerJudging judging;
    private final GenerationTurns turns;

    ExplorerWork(
            ExplorerTree tree,
            EndpointAnswers answers,
            JudgingMetrics metrics,
            AnswerJudging judging,
            GenerationTurns turns) {
        this.tree = tree;
        this.answers = answers;
        this.metrics = metrics;
        this.judging = judging;
        this.turns = turns;
    }

    /// Asks an endpoint the inputs of tests that have no output, and keeps what it says.
    OutputsResponse generateOutputs(String key, TreeSelection selection) {
        EndpointSnapshot endpoint = answers.endpointFor(key, selection.endpointId());
        Chosen chosen = chosen(key, selection, test -> test.output().isBlank());
        List<NodeOutcome<String>> outcomes =
                turns.during(() -> ParallelWork.each(chosen.tests(), test -> answer(endpoint, test)));
        Map<UUID, Map<String, Object>> kept = new LinkedHashMap<>();
        List<OutputsResponse.GivenOutput> given = new ArrayList<>();
        List<FailedNode> failed = new ArrayList<>();
        for (NodeOutcome<String> outcome : outcomes) {
            if (outcome.error() == null) {
                kept.put(outcome.testId(), Map.of("output", outcome.required()));
                given.add(new OutputsResponse.GivenOutput(outcome.testId(), outcome.required()));
            } else {
                failed.add(new FailedNode(outcome.testId(), outcome.error()));
            }
        }
        tree.note(kept);
        return new OutputsResponse(given.size(), chosen.skipped(), failed, given);
    }

    /// Judges tests that have no label, and keeps what the metrics say.
    EvaluationResponse evaluate(String key, TreeSelection selection) {
        List<MetricSnapshot> chosenMetrics = metrics.of(key, selection.metricNames());
        Chosen chosen = chosen(key, selection, test -> test.label().isBlank());
        List<NodeOutcome<TreeVerdict>> outcomes =
                turns.during(() -> ParallelWork.each(chosen.tests(), test -> verdict(test, chosenMetrics)));
        tree.note(outcomes.stream()
                .filter(outcome -> outcome.value() != null)
                .collect(
                        toMap(NodeOutcome::testId, outcome -> outcome.required().metadata())));
        List<EvaluationResponse.JudgedNode> judged = outcomes.stream()
                .filter(outcome -> errorOf(outcome) == null)
                .map(outcome -> EvaluationResponse.JudgedNode.of(outcome.testId(), outcome.required()))
                .toList();
        List<FailedNode> failed = outcomes.stream()
                .filter(outcome -> errorOf(outcome) != null)
                .map(outcome -> new FailedNode(outcome.testId(), String.valueOf(errorOf(outcome))))
                .toList();
        return new EvaluationResponse(judged.size(), chosen.skipped(), judged, failed);
    }

    private static @Nullable String errorOf(NodeOutcome<TreeVerdict> outcome) {
        TreeVerdict verdict = outcome.value();
        return verdict == null ? outcome.error() : verdict.error();
    }

    private NodeOutcome<String> answer(EndpointSnapshot endpoint, TreeNode test) {
        GivenAnswer given = answers.ask(endpoint, test);
        return given.error() == null
                ? NodeOutcome.of(test.id(), given.output())
                : NodeOutcome.failed(test.id(), given.error());
    }

    private NodeOutcome<TreeVerdict> verdict(TreeNode test, List<MetricSnapshot> chosen) {
        return GivenAnswer.isSaid(test.output())
                ? NodeOutcome.of(test.id(), judging.judge(test.input(), test.output(), chosen))
                : NodeOutcome.failed(test.id(), "no output");
    }

    private Chosen chosen(String key, TreeSelection selection, Predicate<TreeNode> isOpen) {
        List<TreeNode> selected =
                tree.tests(key, null).stream().filter(selection::includes).toList();
        List<TreeNode> open = selected.stream()
                .filter(test -> selection.overwrite() || isOpen.test(test))
                .toList();
        if (open.size() > MAX_TESTS) {
            throw Problem.invalid("test_ids", "at most " + MAX_TESTS + " tests at once; name some of them or a topic")
                    .exception();
        }
        return new Chosen(open, selected.size() - open.size());
    }

    private record Chosen(List<TreeNode> tests, int skipped) {}
}
