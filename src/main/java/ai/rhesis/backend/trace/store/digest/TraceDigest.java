package ai.rhesis.backend.trace.store.digest;

import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import ai.rhesis.backend.trace.store.reading.ToldLinks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The sums over the spans of a trace, and the span that stands for it, as lists show them.
///
/// @param id of its row
public record TraceDigest(
        UUID id,
        TraceKey key,
        Instant startTime,
        Instant endTime,
        int spanCount,
        int errorCount,
        int refusedCount,
        @Nullable Long totalTokens,
        @Nullable Long costNanos,
        @Nullable String conversationId,
        TraceRoot root,
        ToldLinks links,
        String searchText) {

    /// Adds up the spans of a trace that is not there yet.
    public static TraceDigest of(UUID id, List<ReadSpan> spans) {
        TraceDigest digest = of(id, spans.getFirst());
        return digest.plus(spans.subList(1, spans.size()));
    }

    public static TraceDigest of(UUID id, ReadSpan span) {
        ToldLinks links = ToldLinks.of(span.span().attributes());
        return new TraceDigest(
                id,
                span.trace(),
                span.span().startTime(),
                span.span().endTime(),
                1,
                span.isError() ? 1 : 0,
                0,
                span.reading().totalTokens(),
                span.costNanos(),
                span.conversationId(),
                TraceRoot.of(span),
                links,
                SearchText.of(span, links));
    }

    /// Adds spans that were not there yet.
    public TraceDigest plus(List<ReadSpan> spans) {
        return spans.stream().map(span -> of(id, span)).reduce(this, TraceDigest::plus);
    }

    public TraceDigest plus(TraceDigest later) {
        return new TraceDigest(
                id,
                key,
                later.startTime.isBefore(startTime) ? later.startTime : startTime,
                later.endTime.isAfter(endTime) ? later.endTime : endTime,
                spanCount + later.spanCount,
                errorCount + later.errorCount,
                refusedCount + later.refusedCount,
                sum(totalTokens, later.totalTokens),
                sum(costNanos, later.costNanos),
                conversationId == null ? later.conversationId : conversationId,
                root.or(later.root),
                links.or(later.links),
                SearchText.join(searchText, later.searchText));
    }

    /// Takes what is read in spans from a digest of them, and all else from this one. Where that has not all the spans
    /// of this one, what is known of the others stays.
    public TraceDigest readAs(TraceDigest read) {
        boolean isWhole = read.spanCount == spanCount;
        return new TraceDigest(
                id,
                key,
                startTime,
                endTime,
                spanCount,
                errorCount,
                refusedCount,
                totalTokens,
                costNanos,
                isWhole || conversationId == null ? read.conversationId : conversationId,
                root.readAs(read.root),
                links,
                isWhole ? read.searchText : SearchText.join(searchText, read.searchText));
    }

    /// Notes spans that were refused.
    public TraceDigest refusing(int count) {
        return new TraceDigest(
                id,
                key,
                startTime,
                endTime,
                spanCount,
                errorCount,
                refusedCount + count,
                totalTokens,
                costNanos,
                conversationId,
                root,
                links,
                searchText);
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : Long.valueOf(one + (other == null ? 0 : other));
    }
}
