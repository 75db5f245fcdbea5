package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.query.QueryParameters;
import java.util.Map;

/// The place of a page in a list of traces.
record TracePage(int limit, int offset) {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    /// @throws ProblemException 400 for a place that no page has
    static TracePage of(QueryParameters query) {
        return new TracePage(
                query.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT), query.number("offset", 0, 0, Integer.MAX_VALUE));
    }

    /// Returns the values that statements have of a page; its `end` is how many come before the next one.
    Map<String, Number> parameters() {
        return Map.of("limit", limit, "offset", offset, "end", (long) offset + limit);
    }
}
