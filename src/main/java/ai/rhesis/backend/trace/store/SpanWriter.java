package ai.rhesis.backend.trace.store;

import static java.util.stream.Collectors.toSet;

import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.digest.TraceDigest;
import ai.rhesis.backend.trace.store.digest.TraceQueries;
import ai.rhesis.backend.trace.store.limit.TraceSettings;
import ai.rhesis.backend.trace.store.reading.PriceListQueries;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The writing of spans and of the traces that they belong to, in one transaction.
///
/// New traces get their rows with all that their spans add up to. Those that are there are locked first, so that
/// repeated spans are known and not counted again.
@Component
class SpanWriter {

    private final TraceQueries traces;
    private final SpanQueries spans;
    private final PriceListQueries prices;
    private final ApplicationEventPublisher events;
    private final int maxSpans;

    SpanWriter(
            TraceQueries traces,
            SpanQueries spans,
            PriceListQueries prices,
            ApplicationEventPublisher events,
            TraceSettings settings) {
        this.traces = traces;
        this.spans = spans;
        this.prices = prices;
        this.events = events;
        this.maxSpans = settings.maxSpans();
    }

    /// Writes the spans that are not there yet, but for those of traces that are full.
    ///
    /// @param spansOnce each span once
    /// @throws CannotAcquireLockException when a trace was deleted in this moment: then it is worth another attempt
    @Transactional
    public Written write(List<ReadSpan> spansOnce) {
        DeliveredTraces delivery = DeliveredTraces.of(prices.price(spansOnce));
        List<TraceDigest> known = lock(delivery.keysWithout(traces.add(delivery.digests())));
        Set<TraceKey> full = known.stream()
                .filter(trace -> trace.spanCount() >= maxSpans)
                .map(TraceDigest::key)
                .collect(toSet());
        Set<UUID> written = spans.add(delivery.spansOutside(full), delivery.rows(known));
        change(known.stream()
                .flatMap(trace -> full.contains(trace.key())
                        ? Stream.of(trace.refusing(delivery.spansOf(trace.key()).size()))
                        : grown(trace, delivery, written))
                .toList());
        if (!written.isEmpty()) {
            events.publishEvent(new SpansStored(written.size()));
        }
        return new Written(
                written,
                full.stream().flatMap(trace -> refused(delivery, trace)).toList());
    }

    private List<TraceDigest> lock(List<TraceKey> keys) {
        List<TraceDigest> locked = keys.isEmpty() ? List.of() : traces.lock(keys);
        if (locked.size() < keys.size()) {
            throw new CannotAcquireLockException("a trace was deleted meanwhile");
        }
        return locked;
    }

    private static Stream<TraceDigest> grown(TraceDigest trace, DeliveredTraces delivery, Set<UUID> written) {
        List<ReadSpan> more = delivery.spansOf(trace.key()).stream()
                .filter(span -> written.contains(span.id()))
                .toList();
        return more.isEmpty() ? Stream.empty() : Stream.of(trace.plus(more));
    }

    private void change(List<TraceDigest> changed) {
        if (!changed.isEmpty()) {
            traces.change(changed);
        }
    }

    private Stream<Receipt.Refusal> refused(DeliveredTraces delivery, TraceKey trace) {
        String reason = "the trace has %,d spans, as many as are kept".formatted(maxSpans);
        return delivery.spansOf(trace).stream().map(span -> new Receipt.Refusal(span.index(), reason));
    }
}
