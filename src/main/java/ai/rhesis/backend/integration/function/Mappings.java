package ai.rhesis.backend.integration.function;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The two mappings of an endpoint; an empty one is none.
public record Mappings(
        @Nullable Map<String, Object> request, @Nullable Map<String, Object> response) {

    public static final Mappings NONE = new Mappings(null, null);

    /// Takes empty mappings for none.
    public Mappings {
        request = request == null || request.isEmpty() ? null : request;
        response = response == null || response.isEmpty() ? null : response;
    }

    boolean areBoth() {
        return request != null && response != null;
    }

    boolean areNone() {
        return request == null && response == null;
    }
}
