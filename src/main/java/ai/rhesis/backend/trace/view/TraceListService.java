package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.run.review.ResultReviews;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.ReviewService;
import ai.rhesis.backend.trace.view.TraceSummaryView.AnnotationCounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        return filter.rootsOnly() ? ofTraces(filter, page) : ofSpans(filter, page);
    }

    private TracePageView ofTraces(TraceFilter filter, TracePage page) {
        List<ListedTrace> found = traces.page(filter, page);
        return new TracePageView(views(found), page, total(filter, page, found.size()), null);
    }

    private TracePageView ofSpans(TraceFilter filter, TracePage page) {
        SpanPage found = filter.isOfSingleSpans() ? spans.search(filter, page) : spans.all(filter, page);
        return new TracePageView(views(found.spans()), page, found.total(), found.searchedBackTo());
    }

    /// Counts only where the page itself does not tell.
    private long total(TraceFilter filter, TracePage page, int found) {
        boolean isLast = found < page.limit() && (found > 0 || page.offset() == 0);
        return isLast ? (long) page.offset() + found : traces.count(filter);
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
