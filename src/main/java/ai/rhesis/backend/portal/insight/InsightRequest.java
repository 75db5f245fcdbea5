package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question about many rows: what to count, and by what to group it.
record InsightRequest(
        @Nullable String entity,
        @Nullable List<@Nullable String> groupBy,
        @Nullable List<@Nullable String> measures,
        @Nullable Map<String, @Nullable List<@Nullable String>> filters,
        @Nullable Integer months,
        @Nullable String startDate,
        @Nullable String endDate) {}
