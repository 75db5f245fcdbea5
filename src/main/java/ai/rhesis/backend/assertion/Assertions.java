package ai.rhesis.backend.assertion;

import ai.rhesis.backend.evaluation.Evidence;
import ai.rhesis.backend.evaluation.Judgement;
import ai.rhesis.backend.metric.MetricSnapshot;

/// Judges by the assertion that a metric's `class_name` names.
public final class Assertions {

    private Assertions() {}

    /// Never throws for what a target answered: what can't be judged is a judgement with an error.
    public static Judgement judge(MetricSnapshot metric, Evidence evidence) {
        throw new UnsupportedOperationException();
    }
}
