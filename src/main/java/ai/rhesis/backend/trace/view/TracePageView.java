package ai.rhesis.backend.trace.view;

import java.util.List;

/// One page of a list of traces.
record TracePageView(List<TraceSummaryView> traces, TracePage page, long total) {}
