package ai.rhesis.backend.portal.explorer;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.CountedCalls;
import ai.rhesis.backend.integration.endpoint.EndpointService;
import ai.rhesis.backend.metric.metric.MetricChoice;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
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

    /// The output of an endpoint that said nothing.
    private static final String NO_OUTPUT = "[no output]";

    private final ExplorerTree tree;
    private final ExplorerSettings settings;
    private final EndpointService endpoints;
    private final CountedCalls calls;
    private final MetricService metrics;
    private final AnswerJudging judging;

    ExplorerWork(
            ExplorerTree tree,
            ExplorerSettings settings,
            EndpointService endpoints,
            CountedCalls calls,
            MetricService metrics,
            AnswerJudging judging) {
        this.tree = tree;
        this.settings = settings;
        this.endpoints = endpoints;
        this.calls = calls;
        this.metrics = metrics;
        this.judging = judging;
    }

    /// Asks an endpoint the inputs of tests that have no output, and keeps what it says.
    OutputsResponse generateOutputs(String key, TreeSelection selection) {
        UUID endpoint = settings.endpointFor(key, selection.endpointId());
        endpoints.get(endpoint);
        Chosen chosen = chosen(key, selection, test -> test.output().isBlank());
        List<NodeOutcome<String>> outcomes = Together.each(chosen.tests(), test -> answer(endpoint, test)).stream()
                .toList();
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
        List<MetricSnapshot> chosenMetrics = metricsOf(key, selection);
        Chosen chosen = chosen(key, selection, test -> test.label().isBlank());
        List<NodeOutcome<TreeVerdict>> outcomes = Together.each(chosen.tests(), test -> verdict(test, chosenMetrics));
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

    private NodeOutcome<String> answer(UUID endpoint, TreeNode test) {
        try {
            String output = calls.ask(endpoint, Question.of(test.input())).output();
            return NodeOutcome.of(test.id(), output == null || output.isBlank() ? NO_OUTPUT : output);
        } catch (CallException failure) {
            return NodeOutcome.failed(test.id(), String.valueOf(failure.getMessage()));
        }
    }

    private NodeOutcome<TreeVerdict> verdict(TreeNode test, List<MetricSnapshot> chosen) {
        return test.output().isBlank() || test.output().equals(NO_OUTPUT)
                ? NodeOutcome.failed(test.id(), "no output")
                : NodeOutcome.of(test.id(), judging.judge(test.input(), test.output(), chosen));
    }

    /// Finds the metrics to judge by.
    ///
    /// @throws ProblemException 400 when one does not exist, or there are none
    private List<MetricSnapshot> metricsOf(String key, TreeSelection selection) {
        List<String> names =
                selection.metricNames() == null || selection.metricNames().isEmpty()
                        ? settings.get(key).metrics().stream()
                                .map(ExplorerSettingsResponse.NamedObject::name)
                                .toList()
                        : selection.metricNames();
        if (names.isEmpty()) {
            throw Problem.badRequest(
                            "metric_names",
                            "No metrics specified and no metrics configured in the settings of the tree")
                    .exception();
        }
        List<MetricChoice> choices =
                names.stream().map(name -> new MetricChoice(null, name, null)).toList();
        try {
            return metrics.applicable(choices, null, List.of()).forAll();
        } catch (ProblemException unknown) {
            throw Problem.badRequest("metric_names", "A metric does not exist: " + String.join(", ", names))
                    .exception();
        }
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
