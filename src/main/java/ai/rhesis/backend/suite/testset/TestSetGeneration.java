package ai.rhesis.backend.suite.testset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The generation that a set comes from, as it stands among the metadata of the set.
///
/// @param status `in_progress`, `completed` or `failed`
/// @param cells of the plan: combinations of requirement, category and topic
/// @param coveredCells those that have a test
/// @param error why there are fewer tests than were asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestSetGeneration(
        String status,
        UUID taskId,
        int requestedTests,
        int generatedTests,
        int cells,
        int coveredCells,
        @Nullable String error) {}
