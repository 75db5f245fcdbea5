package ai.rhesis.backend.trace.store;

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

    private final RereadQueries rows;
    private final PriceListQueries prices;

    RereadWriter(RereadQueries rows, PriceListQueries prices) {
        this.rows = rows;
        this.prices = prices;
    }

    @Transactional(readOnly = true)
    public KeptSpans load(List<UUID> ofTraces, @Nullable UUID after) {
        return rows.spans(ofTraces, after);
    }

    @Transactional(readOnly = true)
    public KeptSpans load(Collection<UUID> ids) {
        return rows.spans(ids);
    }

    /// Writes the latest spans of a trace of which more are to come.
    public void write(List<UUID> ofTraces, Reread read) {
        List<ReadSpan> priced = priced(read.latest());
        rows.lock(ofTraces);
        read.count(rows.rewrite(priced, read.version()));
    }

    /// Writes the last spans of a group, and what its traces show of them all.
    public void finish(List<UUID> ofTraces, Reread read) {
        List<ReadSpan> priced = priced(read.latest());
        List<TraceDigest> locked = rows.lock(ofTraces);
        read.count(rows.rewrite(priced, read.version()));
        rows.correct(locked.stream()
                .flatMap(trace -> Stream.ofNullable(read.digest(trace.id())).map(trace::readAs))
                .toList());
    }

    /// Writes single spans, and what their traces show of them.
    public void refresh(Reread read) {
        finish(read.traces(), read);
    }

    private List<ReadSpan> priced(List<ReadSpan> spans) {
        SpanPrices list =
                prices.of(spans.stream().map(span -> span.reading().model()).toList());
        return spans.stream().map(span -> span.priced(list)).toList();
    }
}
