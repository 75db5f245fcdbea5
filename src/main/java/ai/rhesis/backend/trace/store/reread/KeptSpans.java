package ai.rhesis.backend.trace.store.reread;

import java.util.List;

/// Some of the spans that were asked for, as many as are held in memory at a time.
///
/// @param hasMore whether there may be others behind them
record KeptSpans(List<KeptSpan> spans, boolean hasMore) {

    static final KeptSpans NONE = new KeptSpans(List.of(), false);

    boolean isEmpty() {
        return spans.isEmpty();
    }

    KeptSpan last() {
        return spans.getLast();
    }
}
