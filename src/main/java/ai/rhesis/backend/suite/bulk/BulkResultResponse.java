package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.platform.problem.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The outcome for one test of many.
///
/// @param error what is wrong with it as a text, and `detail` as a 422 would say it, seen from the test
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BulkResultResponse(
        @JsonInclude int index,
        @JsonInclude @Nullable UUID id,
        String status,
        @Nullable String error,
        List<Violation> detail) {

    static BulkResultResponse of(BulkResult result) {
        return new BulkResultResponse(
                result.index(),
                result.id(),
                result.status().name().toLowerCase(Locale.ROOT),
                result.violations().stream()
                        .map(violation -> violation.field() + ": " + violation.msg())
                        .collect(Collectors.joining("; ")),
                result.violations());
    }
}
