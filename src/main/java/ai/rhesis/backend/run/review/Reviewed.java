package ai.rhesis.backend.run.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An object that reviews are about.
public record Reviewed(ReviewedKind kind, UUID id) {

    void lock() {
        kind.lock(id);
    }

    List<String> metrics() {
        return kind.metrics(id);
    }

    boolean hasTurn(int turn) {
        return kind.hasTurn(id, turn);
    }

    void settle() {
        kind.settle(id);
    }

    void touch() {
        kind.touch(id);
    }

    @Nullable
    UUID resultId() {
        return kind.whole().equals(ReviewTarget.RESULT) ? id : null;
    }

    @Nullable
    UUID spanId() {
        return kind.whole().equals(ReviewTarget.TRACE) ? id : null;
    }
}
