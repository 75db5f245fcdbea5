package ai.rhesis.backend.trace.store.reread;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.store.limit.SpanLimits;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/// The reading of stored spans anew, trace by trace, in transactions of bounded length.
///
/// The spans of a group of traces are read outside of transactions, and written together with what their traces show of
/// them. Of a trace that has more spans than a transaction holds, the last ones are written together with the trace.
/// So a node that goes on after another was killed finds it again, as long as it does not show what its spans say.
@Component
public class SpanRereading {

    /// The spans of one transaction.
    static final int BATCH = 1_000;

    private static final int SEARCHED = 5 * BATCH;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final OutdatedQueries outdated;
    private final RereadWriter writer;
    private final SpanLimits limits;
    private final ComputePool threads;

    SpanRereading(OutdatedQueries outdated, RereadWriter writer, SpanLimits limits, ComputePool threads) {
        this.outdated = outdated;
        this.writer = writer;
        this.limits = limits;
        this.threads = threads;
    }

    public long count(Outdated spans) {
        return outdated.count(spans);
    }

    /// Finds some of the traces that hold outdated spans, in groups that are read and written together.
    /// A group has fewer than BATCH spans, so that a full batch shows that more have come.
    public List<List<UUID>> groups(Outdated spans) {
        List<OutdatedQueries.Sized> found = outdated.traces(spans, SEARCHED);
        return Batches.within(BATCH - 1, found, OutdatedQueries.Sized::spanCount).stream()
                .map(group -> group.stream().map(OutdatedQueries.Sized::id).toList())
                .toList();
    }

    /// Reads all spans of a group of traces, and writes those that the reader is newer for. To be called outside of
    /// transactions, in the tenant of the spans.
    ///
    /// @param beforeVersion the version before which spans count
    /// @param counted is told, inside each transaction, how many spans of such versions it writes
    public void reread(List<UUID> traces, SpanReader reader, int beforeVersion, IntConsumer counted) {
        KeptSpans spans = writer.load(traces, null);
        if (spans.hasMore() && traces.size() > 1) {
            // more than a transaction holds
            traces.forEach(trace -> reread(List.of(trace), reader, beforeVersion, counted));
        } else {
            reread(traces, spans, new Reread(reader, limits, beforeVersion, counted));
        }
    }

    private void reread(List<UUID> traces, KeptSpans first, Reread read) {
        KeptSpans spans = first;
        while (!spans.isEmpty()) {
            KeptSpans now = spans;
            threads.call(() -> read.next(now.spans()), TIMEOUT);
            spans = now.hasMore() ? writer.load(traces, now.last().id()) : KeptSpans.NONE;
            if (spans.isEmpty()) {
                writer.finish(traces, read);
            } else {
                writer.write(traces, read);
            }
        }
    }
}
