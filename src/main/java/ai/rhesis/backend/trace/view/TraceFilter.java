package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.query.QueryParameters;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conditions of a list of traces; null asks for all.
///
/// @param links the tests, results, runs and endpoints that they belong to
/// @param said the words that they hold
/// @param time when they began and how long they took
/// @param kind the sorts of them
/// @param rootsOnly whether each trace is listed once, and not each of its spans
record TraceFilter(Links links, Said said, Time time, Kind kind, boolean rootsOnly) {

    private static final String HEXADECIMAL = "[0-9a-f]{1,32}";

    /// Reads the conditions of a request.
    ///
    /// @throws ProblemException 400 for a value that is not allowed
    static TraceFilter of(QueryParameters query) {
        return new TraceFilter(
                Links.of(query), Said.of(query), Time.of(query), Kind.of(query), query.flag("root_spans_only", true));
    }

    /// Makes the filter for all traces of a run.
    static TraceFilter ofRun(UUID runId) {
        return new TraceFilter(
                new Links(null, runId, null, null),
                new Said(null, null, null, null),
                new Time(null, null, null, null),
                new Kind(null, null, null, null),
                true);
    }

    /// Tells whether single spans are chosen, where spans are listed.
    boolean isOfSingleSpans() {
        return said.spanName() != null || kind.statusCode() != null || !time.isAny();
    }

    /// Returns the values of all parameters that the statements have.
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("projectId", Tenant.current().projectId());
        links.addTo(parameters);
        said.addTo(parameters);
        time.addTo(parameters);
        kind.addTo(parameters);
        return parameters;
    }

    record Links(
            @Nullable UUID endpointId,
            @Nullable UUID testRunId,
            @Nullable UUID testResultId,
            @Nullable UUID testId) {

        static Links of(QueryParameters query) {
            return new Links(
                    query.uuid("endpoint_id"),
                    query.uuid("test_run_id"),
                    query.uuid("test_result_id"),
                    query.uuid("test_id"));
        }

        void addTo(Map<String, @Nullable Object> parameters) {
            parameters.put("endpointId", endpointId);
            parameters.put("testRunId", testRunId);
            parameters.put("testResultId", testResultId);
            parameters.put("testId", testId);
        }
    }

    /// @param search a part of a trace id, a name, a message, an endpoint or a conversation, in any case
    record Said(
            @Nullable String environment,
            @Nullable String search,
            @Nullable String spanName,
            @Nullable String conversationId) {

        static Said of(QueryParameters query) {
            return new Said(
                    query.text("environment"),
                    query.text("search"),
                    query.text("span_name"),
                    query.text("conversation_id"));
        }

        void addTo(Map<String, @Nullable Object> parameters) {
            String wanted = search == null ? null : search.toLowerCase(Locale.ROOT);
            parameters.put("environment", environment);
            parameters.put("search", wanted);
            parameters.put("digits", wanted != null && wanted.matches(HEXADECIMAL) ? wanted : null);
            parameters.put("spanName", spanName);
            parameters.put("conversationId", conversationId);
        }
    }

    record Time(
            @Nullable OffsetDateTime after,
            @Nullable OffsetDateTime before,
            @Nullable Double minMillis,
            @Nullable Double maxMillis) {

        /// No span takes as long, and an interval of PostgreSQL holds it.
        private static final double MAX_MILLIS = 1e15;

        static Time of(QueryParameters query) {
            return new Time(
                    query.moment("start_time_after"),
                    query.moment("start_time_before"),
                    bounded(query.decimal("duration_min_ms")),
                    bounded(query.decimal("duration_max_ms")));
        }

        private static @Nullable Double bounded(@Nullable Double millis) {
            return millis == null ? null : Math.clamp(millis, -MAX_MILLIS, MAX_MILLIS);
        }

        boolean isAny() {
            return after == null && before == null && minMillis == null && maxMillis == null;
        }

        void addTo(Map<String, @Nullable Object> parameters) {
            parameters.put("after", after);
            parameters.put("before", before);
            parameters.put("minMillis", minMillis);
            parameters.put("maxMillis", maxMillis);
        }
    }

    /// @param source `test` for those of runs, `operation` for all others
    /// @param type `Multi-Turn` for those of conversations, `Single-Turn` for all others
    record Kind(
            @Nullable String source,
            @Nullable String type,
            @Nullable String statusCode,
            @Nullable String evaluation) {

        private static final String ALL = "all";

        static Kind of(QueryParameters query) {
            return new Kind(
                    query.oneOf("trace_source", List.of(ALL, "test", "operation")),
                    query.oneOf("trace_type", List.of(ALL, "Single-Turn", "Multi-Turn")),
                    query.oneOf("status_code", List.of("OK", "UNSET", "ERROR")),
                    query.oneOf("trace_metrics_status", List.of("Pass", "Fail", "Error")));
        }

        void addTo(Map<String, @Nullable Object> parameters) {
            parameters.put("ofTests", isAll(source) ? null : "test".equals(source));
            parameters.put("ofConversations", isAll(type) ? null : "Multi-Turn".equals(type));
            parameters.put("statusCode", statusCode);
            parameters.put("evaluation", evaluation);
        }

        private static boolean isAll(@Nullable String value) {
            return value == null || value.equals(ALL);
        }
    }
}
