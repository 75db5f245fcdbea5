package ai.rhesis.backend.run.report;

import java.util.List;
import java.util.Locale;

/// What changed since an earlier run of the same tests on the same target. An error says nothing of a test, so only
/// results that passed or failed in both runs are compared.
///
/// @param results how many are compared
/// @param broken tests that passed then and fail now
/// @param fixed tests that failed then and pass now
public record Comparison(String name, String date, int results, List<String> broken, List<String> fixed) {

    /// The change of the pass rate in words, to go before the name of the earlier run.
    public String change() {
        double points = 100.0 * (fixed.size() - broken.size()) / results;
        if (points == 0) {
            return "As good as";
        }
        return String.format(Locale.ROOT, "%.1f points %s than", Math.abs(points), points > 0 ? "better" : "worse");
    }

    /// `better` or `worse`, or `unchanged` where it may be chance.
    public String verdict() {
        if (!test().isSignificant()) {
            return "unchanged";
        }
        return fixed.size() > broken.size() ? "better" : "worse";
    }

    /// Whether it is more than chance.
    public McNemar test() {
        return new McNemar(broken.size(), fixed.size());
    }

    public boolean isChanged() {
        return isBroken() || isFixed();
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
