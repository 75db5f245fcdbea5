package ai.rhesis.backend.run.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A test run, read for its page. The failing tests are read while the page is written.
public record Report(
        String name,
        String state,
        String testSet,
        String target,
        @Nullable String startedAt,
        @Nullable String duration,
        @Nullable String startedBy,
        Tally total,
        long outstanding,
        List<Tally> requirements,
        List<Tally> categories,
        List<Tally> metrics,
        List<Distribution> distributions,
        @Nullable VerdictPanel verdict,
        List<AsideTestCase> flaky,
        List<AsideTestCase> quarantined) {

    /// Returns the answer at a glance.
    public String headline() {
        if (total.total() == 0) {
            return "No results yet";
        }
        return total.passed() == total.total() ? "All " + total.total() + " passed" : total.rate() + " passed";
    }

    /// Returns `good`, `bad` or `open`, for the colour of the headline.
    public String mood() {
        boolean isFinished = outstanding == 0 && total.total() > 0;
        return !isFinished ? "open" : total.passed() == total.total() ? "good" : "bad";
    }

    public boolean isFlaky() {
        return !flaky.isEmpty();
    }

    public boolean isQuarantined() {
        return !quarantined.isEmpty();
    }

    public boolean isOutstanding() {
        return outstanding > 0;
    }
}
