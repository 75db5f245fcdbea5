package ai.rhesis.backend.suite.importing.mapping;

import ai.rhesis.backend.suite.fileformat.Column;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of the columns that hold what answers are compared with.
final class ReferenceNames {

    /// Names of the parts of an answer that is an object, the likeliest first.
    static final List<String> PARTS = List.of(
            "expected_response",
            "answer",
            "expected_answer",
            "expected_output",
            "output",
            "response",
            "text",
            "content",
            "value",
            "result",
            "label");

    /// Names of answers: what is expected, unless a reference stands beside them.
    static final List<String> ANSWERS = List.of("answer", "answers", "response", "output", "outputs", "solution");

    /// Names of what a system said before.
    static final Set<String> OLD_OUTPUTS = Set.of(
            "actual_output",
            "actual_outputs",
            "model_output",
            "model_answer",
            "model_response",
            "generated_answer",
            "generated_response",
            "generated_text",
            "generated_output",
            "llm_output",
            "llm_answer",
            "llm_response",
            "prediction",
            "predictions",
            "predicted_answer",
            "rejected");

    private static final List<String> ALL = List.of(
            "ground_truth",
            "ground_truths",
            "groundtruth",
            "reference",
            "references",
            "reference_answer",
            "reference_answers",
            "reference_output",
            "reference_outputs",
            "reference_response",
            "ideal",
            "ideals",
            "ideal_answer",
            "ideal_response",
            "golden_answer",
            "gold_answer",
            "gold",
            "golden",
            "correct_answer",
            "best_answer",
            "target",
            "targets",
            "target_output",
            "preferred_output",
            "reference_responses",
            "chosen",
            "completion");

    private static final Pattern EXPECTED =
            Pattern.compile("expected(?!.*(?:\\.|tool|outcome|context|turn|source|document|metadata|latency|cost)).*");

    private ReferenceNames() {}

    /// Tells whether a column is what answers are compared with.
    static boolean isReference(String normalized) {
        return normalized.equals(Column.EXPECTED_RESPONSE.header())
                || ALL.contains(normalized)
                || EXPECTED.matcher(normalized).matches() && !KnownNames.OF_GOLDENS.containsKey(normalized)
                || normalized.equals("expected_output");
    }
}
