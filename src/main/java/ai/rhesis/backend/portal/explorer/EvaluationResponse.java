package ai.rhesis.backend.portal.explorer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The verdicts of metrics on the outputs of tests.
record EvaluationResponse(int evaluated, int skipped, List<JudgedNode> results, List<FailedNode> failed) {

    /// A test with its new label.
    record JudgedNode(
            UUID testId, String label, String labeler, double modelScore, Map<String, TreeVerdict.Detail> metrics) {

        static JudgedNode of(UUID testId, TreeVerdict verdict) {
            return new JudgedNode(testId, verdict.label(), verdict.labeler(), verdict.modelScore(), verdict.metrics());
        }
    }
}
