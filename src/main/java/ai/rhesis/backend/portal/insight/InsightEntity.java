package ai.rhesis.backend.portal.insight;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kind of rows that an insight counts, with all that it can be asked about them.
enum InsightEntity {
    TEST_RESULT(
            "test_result",
            List.of(
                    "requirement",
                    "requirement_id",
                    "category",
                    "category_id",
                    "topic",
                    "topic_id",
                    "test_run",
                    "status",
                    "tag",
                    "endpoint",
                    "endpoint_id",
                    "test_set",
                    "test_set_id",
                    "year",
                    "month",
                    "week"),
            List.of(
                    "count",
                    "passed",
                    "failed",
                    "pass_rate",
                    "errors",
                    "latency",
                    "latency_p50",
                    "latency_p95",
                    "input_tokens",
                    "output_tokens",
                    "cost"),
            List.of(
                    "test_run_ids",
                    "requirement_ids",
                    "category_ids",
                    "topic_ids",
                    "status_ids",
                    "test_ids",
                    "test_type_ids",
                    "user_ids",
                    "assignee_ids",
                    "owner_ids",
                    "prompt_ids",
                    "test_set_ids",
                    "endpoint_ids",
                    "tags")),
    METRIC(
            "metric",
            List.of("metric_name", "requirement_id", "year", "month", "week"),
            List.of(
                    "count",
                    "passed",
                    "failed",
                    "pass_rate",
                    "automated_passed",
                    "automated_failed",
                    "human_review_count",
                    "errors",
                    "latency",
                    "cost"),
            List.of("test_run_ids", "requirement_ids", "test_ids", "metric_names")),
    TEST_RUN(
            "test_run",
            List.of("status", "test_set", "executor", "year", "month", "week"),
            List.of("count", "passed", "failed", "pass_rate", "errors", "latency", "cost"),
            List.of("test_run_ids", "user_ids", "endpoint_ids", "test_set_ids", "status_names")),
    TEST(
            "test",
            List.of(
                    "requirement",
                    "requirement_id",
                    "category",
                    "category_id",
                    "topic",
                    "topic_id",
                    "test_type_id",
                    "status_id",
                    "is_unrun",
                    "year",
                    "month",
                    "week"),
            List.of(
                    "count",
                    "passed",
                    "failed",
                    "pass_rate",
                    "unrun_count",
                    "run_count",
                    "last_passed",
                    "last_failed",
                    "last_errors",
                    "errors",
                    "latency",
                    "cost"),
            TEST_RESULT.filters.stream()
                    .filter(filter -> !filter.equals("test_run_ids") && !filter.equals("endpoint_ids"))
                    .toList());

    private static final Set<String> FILTERS_BY_NAME = Set.of("tags", "metric_names", "status_names");

    private final String text;
    private final List<String> dimensions;
    private final List<String> measures;
    private final List<String> filters;

    InsightEntity(String text, List<String> dimensions, List<String> measures, List<String> filters) {
        this.text = text;
        this.dimensions = dimensions;
        this.measures = measures;
        this.filters = filters;
    }

    /// Returns the entity of a name; null where there is none.
    static @Nullable InsightEntity named(String name) {
        return Arrays.stream(values())
                .filter(entity -> entity.text.equals(name))
                .findFirst()
                .orElse(null);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(InsightEntity::toString).toList();
    }

    List<String> dimensions() {
        return dimensions;
    }

    List<String> measures() {
        return measures;
    }

    List<String> filters() {
        return filters;
    }

    /// Tells whether the rows pass or fail one by one, so that ids can be asked for by outcome.
    boolean hasOutcome() {
        return this == TEST_RESULT || this == METRIC;
    }

    /// Tells whether the values of a filter are names; those of all others are ids.
    static boolean isByName(String filter) {
        return FILTERS_BY_NAME.contains(filter);
    }

    @Override
    public String toString() {
        return text;
    }
}
