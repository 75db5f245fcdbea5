package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.WebRequest;

/// The conditions of a list of annotations; null asks for all.
///
/// @param source `test_result` or `trace`
/// @param search a text in comment, reviewer, target, status or requirement
record AnnotationFilter(
        @Nullable String source,
        @Nullable String search,
        @Nullable Boolean resolved,
        @Nullable String rating,
        @Nullable String targetType,
        @Nullable UUID testRunId,
        @Nullable UUID testResultId,
        @Nullable String traceId,
        @Nullable UUID traceDbId) {

    /// Reads the conditions of a request.
    ///
    /// @throws ProblemException 400 for a value that is not allowed, 422 for an id that is none
    static AnnotationFilter of(WebRequest request) {
        String resolved = oneOf(request, "resolved", List.of("true", "false"));
        return new AnnotationFilter(
                oneOf(request, "source", List.of("test_result", "trace")),
                request.getParameter("search"),
                resolved == null ? null : Boolean.valueOf(resolved),
                oneOf(request, "rating", List.of("Pass", "Fail")),
                oneOf(request, "target_type", List.of("test_result", "trace", "metric", "turn")),
                id(request, "test_run_id"),
                id(request, "test_result_id"),
                request.getParameter("trace_id"),
                id(request, "trace_db_id"));
    }

    private static @Nullable String oneOf(WebRequest request, String name, List<String> allowed) {
        String value = request.getParameter(name);
        if (value != null && !allowed.contains(value)) {
            throw Problem.notOneOf(name, allowed).exception();
        }
        return value;
    }

    private static @Nullable UUID id(WebRequest request, String name) {
        String value = request.getParameter(name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            throw Problem.invalid(List.of(Violation.at("query", name, "uuid_parsing", "must be a UUID")))
                    .exception();
        }
    }
}
