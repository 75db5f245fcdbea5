package ai.rhesis.backend.report;

import java.util.List;
import java.util.Locale;

/// What changed since an earlier run of the same tests on the same target.
///
/// @param points by how many percentage points the pass rate of the tests that both runs judged changed
/// @param broken tests that passed then and do not now
/// @param fixed tests that did not pass then and do now
public record Comparison(String name, String date, double points, List<String> broken, List<String> fixed) {

    /// The change in words, to go before the name of the earlier run.
    public String change() {
        return switch (verdict()) {
            case "better" -> String.format(Locale.ROOT, "%.1f points better than", points);
            case "worse" -> String.format(Locale.ROOT, "%.1f points worse than", -points);
            default -> "As good as";
        };
    }

    /// `better`, `worse` or `unchanged`.
    public String verdict() {
        long tenths = Math.round(points * 10);
        return tenths > 0 ? "better" : tenths < 0 ? "worse" : "unchanged";
    }

    public int brokenCount() {
        return broken.size();
    }

    public int fixedCount() {
        return fixed.size();
    }

    public boolean isBroken() {
        return !broken.isEmpty();
    }

    public boolean isFixed() {
        return !fixed.isEmpty();
    }
}
