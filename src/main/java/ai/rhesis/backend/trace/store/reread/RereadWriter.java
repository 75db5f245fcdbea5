package ai.rhesis.backend.trace.store.reread;

import ai.rhesis.backend.trace.store.digest.TraceCorrectionQueries;
import ai.rhesis.backend.trace.store.digest.TraceDigest;
import ai.rhesis.backend.trace.store.reading.PriceListQueries;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The transactions that write new readings. Each locks its traces first, as intake does. Spans are read before; sums
/// are taken from the rows, so spans that came meanwhile count.
@Component
@Transactional
class RereadWriter {

    private final RereadQueries spans;
    private final TraceCorrectionQueries traces;
    private final PriceListQueries prices;

    RereadWriter(RereadQueries spans, TraceCorrectionQueries traces, PriceListQueries prices) {
        this.spans = spans;
        this.traces = traces;
        this.prices = prices;
    }

    @Transactional(readOnly = true)
    public KeptSpans load(List<UUID> ofTraces, @Nullable UUID after) {
        return spans.spans(ofTraces, after);
    }

    @Transactional(readOnly = true)
    public KeptSpans load(Collection<UUID> ids) {
        return spans.spans(ids);
    }

    /// Writes the latest spans of a trace of which more are to come.
    public void write(List<UUID> ofTraces, Reread read) {
        List<ReadSpan> priced = prices.price(read.latest());
        traces.lock(ofTraces);
        read.count(spans.rewrite(priced, read.version()));
    }

    /// Writes the last spans of a group, and what its traces show of them all.
    public void finish(List<UUID> ofTraces, Reread read) {
        List<ReadSpan> priced = prices.price(read.latest());
        List<TraceDigest> locked = traces.lock(ofTraces);
        read.count(spans.rewrite(priced, read.version()));
        traces.correct(locked.stream()
                .flatMap(trace -> Stream.ofNullable(read.digest(trace.id())).map(trace::readAs))
                .toList());
    }

    /// Writes single spans, and what their traces show of them.
    public void refresh(Reread read) {
        finish(read.traces(), read);
    }
}
