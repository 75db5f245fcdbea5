package ai.rhesis.backend.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Another object as a body points at it: by its name alone, or as an object with its id, its name or both.
public record Named(
        @Nullable UUID id, @Size(max = 255) @Nullable String name) {

    public static @Nullable Named of(@Nullable UUID id) {
        return id == null ? null : new Named(id, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Named of(JsonNode json) {
        if (json.isString()) {
            return new Named(null, name(json));
        }
        JsonNode id = json.path("id");
        return new Named(
                id.isString() ? UUID.fromString(id.stringValue()) : null,
                name(json.path(json.has("type_value") ? "type_value" : "name")));
    }

    private static @Nullable String name(JsonNode json) {
        return json.isString() && !json.stringValue().isBlank()
                ? json.stringValue().strip()
                : null;
    }

    /// What a body means that can hold an id and, beside it, what the id points at: the id goes first, and an id that
    /// was sent as null clears unless a name asks for something else.
    ///
    /// @param idSent whether the body holds the id, be it null
    public static @Nullable Named chosen(@Nullable UUID id, boolean idSent, @Nullable Named beside) {
        if (id != null) {
            return of(id);
        }
        boolean nothing = beside == null || (beside.id == null ? beside.name == null : idSent);
        return nothing ? null : beside;
    }
}
