package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.trace.dialect.SpanReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The traces of a group as their spans, as far as these are read, add up to by the new readings.
final class Reread {

    private final SpanReader reader;
    private final SpanLimits limits;
    private final int beforeVersion;
    private final IntConsumer counted;
    private final Map<UUID, TraceDigest> digests = new HashMap<>();
    private final Set<UUID> spans = new HashSet<>();

    Reread(SpanReader reader, SpanLimits limits, int beforeVersion, IntConsumer counted) {
        this.reader = reader;
        this.limits = limits;
        this.beforeVersion = beforeVersion;
        this.counted = counted;
    }

    int version() {
        return reader.version();
    }

    List<ReadSpan> all(List<KeptSpan> stored) {
        return stored.stream().map(span -> span.read(reader, limits)).toList();
    }

    /// Adds spans with their prices.
    void add(Map<UUID, List<ReadSpan>> byTrace) {
        byTrace.forEach((trace, read) -> {
            digests.merge(trace, TraceDigest.of(trace, read), (known, more) -> known.plus(read));
            read.forEach(span -> spans.add(span.id()));
        });
    }

    @Nullable
    TraceDigest digest(UUID trace) {
        return digests.get(trace);
    }

    Set<UUID> spans() {
        return spans;
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
