package ai.rhesis.backend.run.testresult;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The results of a run that a metric judged or a requirement has, counted by outcome.
///
/// @param averageScore of a metric whose scores are numbers
record SummaryView(
        @Nullable UUID id,
        String name,
        long total,
        long passed,
        long failed,
        long errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double averageScore) {}
