package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.run.review.ResultReviews;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.ReviewService;
import ai.rhesis.backend.trace.view.TraceSummaryView.AnnotationCounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of traces.
@Service
@Transactional(readOnly = true)
class TraceListService {

    private final TraceListQueries traces;
    private final SpanListQueries spans;
    private final TraceAnnotationQueries annotations;
    private final ReviewService reviews;

    TraceListService(
            TraceListQueries traces, SpanListQueries spans, TraceAnnotationQueries annotations, ReviewService reviews) {
        this.traces = traces;
        this.spans = spans;
        this.annotations = annotations;
        this.reviews = reviews;
    }

    /// Returns one page and how many match in all.
    TracePageView list(TraceFilter filter, TracePage page) {
        traces.planForValues();
        if (filter.rootsOnly()) {
            return whole(page, traces.page(filter, page), () -> traces.count(filter));
        }
        if (filter.isOfSingleSpans()) {
            SpanPage found = spans.search(filter, page);
            return new TracePageView(views(found.spans()), page, found.total(), found.searchedBackTo());
        }
        return whole(page, spans.page(filter, page), () -> spans.count(filter));
    }

    /// Counts only where the page itself does not tell.
    private TracePageView whole(TracePage page, List<ListedTrace> found, LongSupplier count) {
        boolean isLast = found.size() < page.limit() && (!found.isEmpty() || page.offset() == 0);
        long total = isLast ? (long) page.offset() + found.size() : count.getAsLong();
        return new TracePageView(views(found), page, total, null);
    }

    private List<TraceSummaryView> views(List<ListedTrace> found) {
        List<UUID> keys = found.stream().map(ListedTrace::key).distinct().toList();
        Map<UUID, List<Review>> reviewed = reviews.ofTraces(keys);
        Map<UUID, AnnotationCounts> counts = annotations.counts(keys);
        return found.stream()
                .map(trace -> new TraceSummaryView(
                        trace,
                        ResultReviews.of(reviewed.getOrDefault(trace.key(), List.of()), trace.verdict(), null),
                        counts.getOrDefault(trace.key(), AnnotationCounts.NONE)))
                .toList();
    }
}
