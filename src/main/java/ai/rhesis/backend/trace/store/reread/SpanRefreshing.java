package ai.rhesis.backend.trace.store.reread;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.store.limit.SpanLimits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The reading of single spans anew, after something was added to them: the other spans of their traces are left alone.
@Component
public class SpanRefreshing {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RereadWriter writer;
    private final SpanLimits limits;
    private final ComputePool threads;

    SpanRefreshing(RereadWriter writer, SpanLimits limits, ComputePool threads) {
        this.writer = writer;
        this.limits = limits;
        this.threads = threads;
    }

    /// Reads spans, and writes what was read together with what their traces show of it. To be called outside of
    /// transactions, in the tenant of the spans.
    ///
    /// @param spans the ids of their rows
    public void refresh(List<UUID> spans) {
        Set<UUID> left = new HashSet<>(spans);
        KeptSpans found = writer.load(left);
        while (!found.isEmpty()) {
            List<KeptSpan> now = found.spans();
            writer.refresh(threads.call(() -> read(now), TIMEOUT));
            now.forEach(span -> left.remove(span.id()));
            found = found.hasMore() ? writer.load(left) : KeptSpans.NONE;
        }
    }

    private Reread read(List<KeptSpan> spans) {
        Reread read = new Reread(Dialects.current(), limits, Dialects.VERSION, count -> {});
        read.next(spans);
        return read;
    }
}
