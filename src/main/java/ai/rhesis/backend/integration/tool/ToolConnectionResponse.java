package ai.rhesis.backend.integration.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The outcome of a tried connection.
///
/// @param isAuthenticated `Yes` or `No`
/// @param additionalMetadata of Jira, its projects as `spaces`
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToolConnectionResponse(
        String isAuthenticated, String message, @Nullable Map<String, List<ToolSpace>> additionalMetadata) {

    static ToolConnectionResponse no(String message) {
        return new ToolConnectionResponse("No", message, null);
    }
}
