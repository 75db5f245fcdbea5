package ai.rhesis.backend.trace.store;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The transactions of a reading anew. Each locks its traces first, as whoever stores spans does.
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
    public List<KeptSpan> load(List<UUID> ofTraces, @Nullable UUID after, int limit) {
        return rows.spans(ofTraces, after, limit);
    }

    /// Writes spans of a trace of which more are to come.
    public void write(List<UUID> ofTraces, List<ReadSpan> spans, Reread read) {
        List<ReadSpan> priced = priced(spans);
        List<TraceDigest> locked = rows.lock(ofTraces);
        read.add(byTrace(priced, locked));
        read.count(rows.rewrite(priced, read.version()));
    }

    /// Writes the last spans of a group, and what its traces show of them all.
    public void finish(List<UUID> ofTraces, List<ReadSpan> spans, Reread read) {
        List<ReadSpan> priced = priced(spans);
        List<TraceDigest> locked = rows.lock(ofTraces);
        read.add(byTrace(priced, locked));
        List<TraceDigest> corrected = new ArrayList<>();
        for (TraceDigest trace : locked) {
            addLate(trace, read);
            TraceDigest digest = read.digest(trace.id());
            if (digest != null) {
                corrected.add(trace.readAs(digest));
            }
        }
        read.count(rows.rewrite(priced, read.version()));
        rows.correct(corrected);
    }

    /// Adds the spans of a trace that came since its spans were read.
    private void addLate(TraceDigest trace, Reread read) {
        TraceDigest digest = read.digest(trace.id());
        if (digest != null && digest.spanCount() != trace.spanCount()) {
            List<ReadSpan> late = priced(read.all(rows.others(trace.id(), read.spans())));
            if (!late.isEmpty()) {
                read.add(Map.of(trace.id(), late));
            }
        }
    }

    private List<ReadSpan> priced(List<ReadSpan> spans) {
        SpanPrices list =
                prices.of(spans.stream().map(span -> span.reading().model()).toList());
        return spans.stream().map(span -> span.priced(list)).toList();
    }

    /// Leaves out spans whose trace was deleted meanwhile.
    private static Map<UUID, List<ReadSpan>> byTrace(List<ReadSpan> spans, List<TraceDigest> locked) {
        Map<TraceKey, UUID> ids = new HashMap<>();
        locked.forEach(trace -> ids.put(trace.key(), trace.id()));
        return spans.stream()
                .filter(span -> ids.containsKey(span.trace()))
                .collect(groupingBy(span -> Objects.requireNonNull(ids.get(span.trace()))));
    }
}
