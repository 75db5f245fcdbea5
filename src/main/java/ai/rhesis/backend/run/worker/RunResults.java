package ai.rhesis.backend.run.worker;

import java.util.List;
import java.util.function.Consumer;

/// The way of results from the buffer to the database, which ends the work where it ends.
final class RunResults implements Consumer<List<ItemResult>> {

    private final RetryingResultWriter writer;
    private final WorkState state;

    RunResults(RetryingResultWriter writer, WorkState state) {
        this.writer = writer;
        this.state = state;
    }

    @Override
    public void accept(List<ItemResult> results) {
        try {
            if (!state.isOver() && !writer.write(results, state.isExhausted())) {
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
}
