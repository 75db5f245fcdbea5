package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.limit.SpanLimits;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import ai.rhesis.backend.trace.store.retention.Sampling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The preparation of spans for the store: each is read once, within the bounds of what is kept.
@Component
class SpanPreparation {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 2;

    private final SpanLimits limits;
    private final ComputePool threads;

    SpanPreparation(SpanLimits limits, ComputePool threads) {
        this.limits = limits;
        this.threads = threads;
    }

    /// Reads the spans that are sampled. Of a span that is there twice, the first one counts.
    ///
    /// @throws ProblemException 503 when that takes too long
    List<ReadSpan> read(List<PlacedSpan> spans, Sampling sampling) {
        try {
            return threads.call(() -> readOnce(spans, sampling), TIMEOUT);
        } catch (TooComplexException late) {
            throw Problem.unavailable("The spans take too long to be read; send fewer at once", RETRY_AFTER_SECONDS)
                    .exception();
        }
    }

    private List<ReadSpan> readOnce(List<PlacedSpan> spans, Sampling sampling) {
        List<ReadSpan> read = new ArrayList<>(spans.size());
        Set<SpanKey> seen = HashSet.newHashSet(spans.size());
        for (int index = 0; index < spans.size(); index++) {
            SpanKey key = SpanKey.of(spans.get(index));
            if (sampling.keeps(key.trace()) && seen.add(key)) {
                read.add(read(index, spans.get(index)));
            }
        }
        return read;
    }

    private ReadSpan read(int index, PlacedSpan placed) {
        PlacedSpan cut = new PlacedSpan(placed.projectId(), limits.cut(placed.span()));
        return new ReadSpan(index, BaseEntity.newId(), cut, limits.cut(Dialects.read(cut.span())), null);
    }

    private record SpanKey(TraceKey trace, String spanId) {

        static SpanKey of(PlacedSpan placed) {
            return new SpanKey(TraceKey.of(placed), placed.span().spanId());
        }
    }
}
