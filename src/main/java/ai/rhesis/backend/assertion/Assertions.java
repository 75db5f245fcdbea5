package ai.rhesis.backend.assertion;

import ai.rhesis.backend.evaluation.Evidence;
import ai.rhesis.backend.evaluation.Judgement;
import java.util.Set;

/// Judges by the assertion that a metric's `class_name` names.
public final class Assertions {

    private Assertions() {}

    /// The names of all assertions.
    public static Set<String> names() {
        return Set.of("equals", "contains", "not-contains");
    }

    /// Never throws for what a target answered: what can't be judged is a judgement with an error.
    public static Judgement judge(Criterion metric, Evidence evidence) {
        throw new UnsupportedOperationException();
    }
}
