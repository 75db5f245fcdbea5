package ai.rhesis.backend.run.comparison;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric as it judged the results of one run.
///
/// @param definition all that its judgements follow from, as JSON; null where a client kept them
/// @param isGraded whether some score is neither 0 nor 1
record RunMetric(
        String name,
        @Nullable UUID id,
        @Nullable String scoreType,
        @Nullable String definition,
        boolean isGraded) {

    boolean isNumeric() {
        return kind().equals("numeric");
    }

    String kind() {
        if (scoreType != null) {
            return scoreType;
        }
        return isGraded ? "numeric" : "binary";
    }

    boolean answersTo(String text) {
        return name.equals(text) || (id != null && id.toString().equalsIgnoreCase(text));
    }
}
