package ai.rhesis.backend.portal.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The outcome of the rows whose ids are asked for.
enum InsightOutcome {
    ALL,
    PASS,
    FAIL;

    static InsightOutcome of(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> InsightProblem.unknown("outcome", name, names()));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(InsightOutcome::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
