package ai.rhesis.backend.trace.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list of traces.
///
/// @param total how many match in all
/// @param searchedBackTo when the oldest trace began whose spans were searched; null where all were
record TracePageView(
        List<TraceSummaryView> traces,
        TracePage page,
        long total,
        @Nullable Instant searchedBackTo) {}
