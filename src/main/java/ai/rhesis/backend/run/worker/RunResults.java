package ai.rhesis.backend.run.worker;

import java.util.List;
import java.util.function.Consumer;

/// The writing of buffered results, which ends the work when the run is over.
final class RunResults implements Consumer<List<ItemResult>> {

    private final RetryingResultWriter writer;
    private final WorkState state;
    private final EarlyStop early;

    RunResults(RetryingResultWriter writer, WorkState state, EarlyStop early) {
        this.writer = writer;
        this.state = state;
        this.early = early;
    }

    @Override
    public void accept(List<ItemResult> results) {
        try {
            if (!state.isOver() && !goesOn(results)) {
                state.end();
            }
        } catch (RuntimeException stopped) {
            state.fail(stopped);
        } catch (OutOfMemoryError tooMuch) {
            state.fail(new IllegalStateException("results did not fit into memory", tooMuch));
        } finally {
            state.signal();
        }
    }

    /// Writes results and tells whether the run goes on. A run that may end early is looked at once more
    /// before its end, so its last results do not end it.
    private boolean goesOn(List<ItemResult> results) {
        boolean isLast = state.isExhausted() && !early.isAsked();
        return writer.write(results, isLast) && !early.look();
    }
}
