package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric that judged the results of two runs, as the candidate has it.
///
/// @param kind the type of its score; of a metric that a client kept, `numeric` where some score is neither 0 nor 1
/// @param isChanged whether it judges by another definition or another model than in the baseline
/// @param isAsked whether it is one of those that are compared
record ComparedMetric(@Nullable UUID id, String name, String kind, boolean isChanged, boolean isAsked) {

    boolean isNumeric() {
        return kind.equals("numeric");
    }

    boolean answersTo(String text) {
        return name.equals(text) || (id != null && id.toString().equalsIgnoreCase(text));
    }
}
