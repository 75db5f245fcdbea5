package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.span.PlacedSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/// The store of spans, whoever brings them.
@Component
public class SpanStore {

    /// The spans of one transaction.
    static final int BATCH = 1_000;

    private static final int ATTEMPTS = 3;
    private static final Duration READING = Duration.ofSeconds(10);

    private final SpanWriter writer;
    private final ComputePool threads;

    SpanStore(SpanWriter writer, ComputePool threads) {
        this.writer = writer;
        this.threads = threads;
    }

    /// Stores the spans that are not there yet, each once by its project, trace and span id. Of one that is there, the
    /// first delivery stands. To be called outside of transactions, in the tenant of the spans.
    ///
    /// @param spans in projects that the caller may write to
    public Receipt receive(List<PlacedSpan> spans) {
        Receipt receipt = Receipt.NOTHING;
        List<ReadSpan> read = threads.call(() -> read(spans), READING);
        for (List<ReadSpan> batch : Batches.of(read, BATCH)) {
            receipt = receipt.plus(write(batch));
        }
        return receipt.plus(new Receipt(0, spans.size() - read.size(), 0, List.of()));
    }

    /// Reads each span once.
    private static List<ReadSpan> read(List<PlacedSpan> spans) {
        List<ReadSpan> read = new ArrayList<>(spans.size());
        Set<SpanKey> seen = HashSet.newHashSet(spans.size());
        for (int index = 0; index < spans.size(); index++) {
            PlacedSpan placed = spans.get(index);
            if (seen.add(SpanKey.of(placed))) {
                read.add(new ReadSpan(index, BaseEntity.newId(), placed, Dialects.read(placed.span()), null));
            }
        }
        return read;
    }

    /// Writes again when what a span refers to, or its trace, was deleted in this moment.
    private Receipt write(List<ReadSpan> batch) {
        for (int attempt = 1; true; attempt++) {
            try {
                int stored = writer.write(batch).size();
                return new Receipt(stored, batch.size() - stored, 0, List.of());
            } catch (DataIntegrityViolationException | TransientDataAccessException disturbed) {
                if (attempt == ATTEMPTS) {
                    throw disturbed;
                }
            }
        }
    }

    private record SpanKey(TraceKey trace, String spanId) {

        static SpanKey of(PlacedSpan placed) {
            return new SpanKey(
                    new TraceKey(placed.projectId(), placed.span().traceId()),
                    placed.span().spanId());
        }
    }
}
