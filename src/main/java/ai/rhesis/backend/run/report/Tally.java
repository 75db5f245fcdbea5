package ai.rhesis.backend.run.report;

import java.util.Locale;

/// The number of results that passed, failed and could not be judged, of a run or of a group in it.
public record Tally(String name, long passed, long failed, long errors) {

    public long total() {
        return passed + failed + errors;
    }

    /// Returns the share that passed, `92.4 %`; a dash where there is nothing to share.
    public String rate() {
        return total() == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", share(passed));
    }

    public double passedShare() {
        return share(passed);
    }

    public double failedShare() {
        return share(failed);
    }

    public double errorShare() {
        return share(errors);
    }

    /// Returns the place at which the failed part of a bar begins.
    public double failedFrom() {
        return passedShare();
    }

    public double errorFrom() {
        return passedShare() + failedShare();
    }

    private double share(long part) {
        return total() == 0 ? 0 : Math.round(1000.0 * part / total()) / 10.0;
    }
}
