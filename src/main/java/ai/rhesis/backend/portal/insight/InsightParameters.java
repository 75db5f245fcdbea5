package ai.rhesis.backend.portal.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.WebRequest;

/// The parameters of a query that ask a question. Every one that has no other meaning is a filter.
record InsightParameters(MultiValueMap<String, String> query) {

    private static final String OUTCOME = "outcome";
    private static final Set<String> OF_COUNTS =
            Set.of("entity", "group_by", "measures", "months", "start_date", "end_date");
    private static final Set<String> OF_IDS = Set.of("entity", OUTCOME, "months", "start_date", "end_date");

    static InsightParameters of(WebRequest request) {
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, List.of(values)));
        return new InsightParameters(query);
    }

    InsightRequest counts() {
        return read(OF_COUNTS, query.get("group_by"), query.get("measures"));
    }

    InsightRequest ids() {
        return read(OF_IDS, null, null);
    }

    InsightOutcome outcome() {
        String outcome = query.getFirst(OUTCOME);
        return outcome == null ? InsightOutcome.ALL : InsightOutcome.of(outcome);
    }

    private InsightRequest read(
            Set<String> own, @Nullable List<@Nullable String> groupBy, @Nullable List<@Nullable String> measures) {
        Map<String, @Nullable List<@Nullable String>> filters = new LinkedHashMap<>(query);
        filters.keySet().removeAll(own);
        return new InsightRequest(
                query.getFirst("entity"),
                groupBy,
                measures,
                filters,
                months(query.getFirst("months")),
                query.getFirst("start_date"),
                query.getFirst("end_date"));
    }

    private static @Nullable Integer months(@Nullable String months) {
        try {
            return months == null ? null : Integer.valueOf(months);
        } catch (NumberFormatException noNumber) {
            throw InsightProblem.bad("months", "months must be a whole number");
        }
    }
}
