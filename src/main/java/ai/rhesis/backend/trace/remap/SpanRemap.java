package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.trace.store.reread.Outdated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reading of spans anew, and how far it is.
///
/// @param spans that were to be read when it was asked for, and those that come to them
/// @param totalSpans how many these were when it began; null before
record SpanRemap(
        UUID id,
        Outdated spans,
        @Nullable Long totalSpans,
        long doneSpans,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {

    boolean isOver() {
        return endedAt != null;
    }

    /// Returns how much is done. Spans that came meanwhile from nodes of an earlier version are done beside the others.
    int percent() {
        if (isOver()) {
            return 100;
        }
        return totalSpans == null || totalSpans == 0 ? 0 : (int) Math.min(99, 100 * doneSpans / totalSpans);
    }

    State state() {
        if (endedAt != null) {
            return State.COMPLETED;
        }
        return begunAt == null ? State.QUEUED : State.PROGRESS;
    }

    enum State {
        QUEUED("Queued"),
        PROGRESS("Progress"),
        COMPLETED("Completed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
