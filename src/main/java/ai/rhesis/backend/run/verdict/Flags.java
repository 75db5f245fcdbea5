package ai.rhesis.backend.run.verdict;

/// The single things that were proven, of which a loss within the margin is two.
public record Flags(boolean better, boolean worse, boolean notWorse) {

    /// Draws the conclusion: better goes before not worse, and that before worse.
    Conclusion conclusion() {
        if (better) {
            return Conclusion.BETTER;
        }
        if (notWorse) {
            return Conclusion.NOT_WORSE;
        }
        return worse ? Conclusion.WORSE : Conclusion.CANNOT_TELL;
    }
}
