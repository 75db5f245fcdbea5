package ai.rhesis.backend.trace.view;

import java.util.List;

/// A page of traces, the newest first.
///
/// @param total how many match in all
record TraceListResponse(List<TraceSummaryResponse> traces, long total, int limit, int offset) {

    static TraceListResponse of(TracePageView view) {
        return new TraceListResponse(
                view.traces().stream().map(TraceSummaryResponse::of).toList(),
                view.total(),
                view.page().limit(),
                view.page().offset());
    }
}
