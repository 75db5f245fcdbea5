package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tool with its credentials, stored or not, as it is about to be called.
///
/// @param provider the value of its type, such as `jira`
/// @param field the field of the request that named it
record OpenedTool(
        String provider, Map<String, String> credentials, Map<String, @Nullable Object> metadata, String field) {

    /// @throws ProblemException 422 when the tool is of another provider
    void require(String wanted) {
        if (!provider.equals(wanted)) {
            throw invalid("is a tool of the provider %s and not of %s".formatted(provider, wanted));
        }
    }

    /// @throws ProblemException 422 without such a credential
    String credential(String name) {
        String value = credentials.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw invalid("has no credential " + name);
        }
        return value;
    }

    /// Returns a text of its metadata; null where there is none.
    @Nullable
    String text(String key) {
        return metadata.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    ProblemException invalid(String message) {
        return Problem.invalid(field, message).exception();
    }

    // It holds secrets.
    @Override
    public String toString() {
        return "OpenedTool[" + provider + "]";
    }
}
