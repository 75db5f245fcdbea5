package ai.rhesis.backend.trace.store.digest;

import ai.rhesis.backend.trace.store.limit.Shortened;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The span that stands for its trace: the latest without a parent, which is the last turn of a conversation, or
/// else the earliest. The root of a trace may never come, or be kept elsewhere.
///
/// @param id of its row
/// @param isRoot whether it has no parent
/// @param input shortened
public record TraceRoot(
        UUID id,
        boolean isRoot,
        String name,
        String kind,
        Instant startTime,
        Instant endTime,
        String statusCode,
        @Nullable String statusMessage,
        @Nullable String input,
        String environment) {

    private static final int MAX_TEXT = 500;

    static TraceRoot of(ReadSpan span) {
        String message = span.span().statusMessage();
        String input = span.conversationInput();
        return new TraceRoot(
                span.id(),
                span.span().parentSpanId() == null,
                span.span().name(),
                span.span().kind().name(),
                span.span().startTime(),
                span.span().endTime(),
                span.span().statusCode().name(),
                message == null ? null : Shortened.text(message, MAX_TEXT),
                input == null ? null : Shortened.text(input, MAX_TEXT),
                span.environment());
    }

    TraceRoot or(TraceRoot later) {
        return later.isBetterThan(this) ? later : this;
    }

    /// Takes the input from a reading of the same span.
    TraceRoot readAs(TraceRoot read) {
        String readInput = read.id.equals(id) ? read.input : input;
        return new TraceRoot(
                id, isRoot, name, kind, startTime, endTime, statusCode, statusMessage, readInput, environment);
    }

    private boolean isBetterThan(TraceRoot other) {
        if (isRoot != other.isRoot) {
            return isRoot;
        }
        return isRoot ? startTime.isAfter(other.startTime) : encloses(other);
    }

    /// Of spans that start at once, the longer one is the parent.
    private boolean encloses(TraceRoot other) {
        return startTime.isBefore(other.startTime)
                || (startTime.equals(other.startTime) && endTime.isAfter(other.endTime));
    }
}
