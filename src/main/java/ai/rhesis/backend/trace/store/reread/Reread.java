package ai.rhesis.backend.trace.store.reread;

import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.store.digest.TraceDigest;
import ai.rhesis.backend.trace.store.limit.SpanLimits;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The traces of a group as their spans, as far as these are read, add up to by the new readings. It is made
/// outside of transactions.
final class Reread {

    private final SpanReader reader;
    private final SpanLimits limits;
    private final int beforeVersion;
    private final IntConsumer counted;
    private final Map<UUID, TraceDigest> digests = new HashMap<>();
    private List<ReadSpan> latest = List.of();

    /// @param beforeVersion the version before which spans count
    /// @param counted is told how many of them were written
    Reread(SpanReader reader, SpanLimits limits, int beforeVersion, IntConsumer counted) {
        this.reader = reader;
        this.limits = limits;
        this.beforeVersion = beforeVersion;
        this.counted = counted;
    }

    int version() {
        return reader.version();
    }

    /// Reads some more spans, and returns them.
    List<ReadSpan> next(List<KeptSpan> stored) {
        latest = new ArrayList<>();
        for (KeptSpan kept : stored) {
            ReadSpan span = kept.read(reader, limits);
            digests.merge(kept.traceKey(), TraceDigest.of(kept.traceKey(), span), TraceDigest::plus);
            latest.add(span);
        }
        return latest;
    }

    /// Returns the spans that were read last.
    List<ReadSpan> latest() {
        return latest;
    }

    List<UUID> traces() {
        return List.copyOf(digests.keySet());
    }

    @Nullable
    TraceDigest digest(UUID trace) {
        return digests.get(trace);
    }

    /// Counts the spans that were written.
    ///
    /// @param versions by which they had been read
    void count(List<Integer> versions) {
        int count = (int)
                versions.stream().filter(version -> version < beforeVersion).count();
        if (count > 0) {
            counted.accept(count);
        }
    }
}
