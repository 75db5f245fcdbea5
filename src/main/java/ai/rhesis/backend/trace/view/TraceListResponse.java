package ai.rhesis.backend.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of traces, the newest first.
///
/// @param total how many match in all
/// @param searchedBackTo when the oldest trace began whose spans were searched; absent where all were
record TraceListResponse(
        List<TraceSummaryResponse> traces,
        long total,
        int limit,
        int offset,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant searchedBackTo) {

    static TraceListResponse of(TracePageView view) {
        return new TraceListResponse(
                view.traces().stream().map(TraceSummaryResponse::of).toList(),
                view.total(),
                view.page().limit(),
                view.page().offset(),
                view.searchedBackTo());
    }
}
