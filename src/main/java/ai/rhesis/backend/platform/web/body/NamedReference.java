package ai.rhesis.backend.platform.web.body;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Another object as a body points at it: by its name alone, or as an object with its id, its name or both.
public record NamedReference(
        @Nullable UUID id,
        @JsonAlias("type_value") @Size(max = 255) @Nullable String name) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public NamedReference {
        name = name == null || name.isBlank() ? null : name.strip();
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NamedReference of(String name) {
        return new NamedReference(null, name);
    }

    public static @Nullable NamedReference of(@Nullable UUID id) {
        return id == null ? null : new NamedReference(id, null);
    }

    /// Chooses between an id in a body and the name beside it: the id goes first, and an id that was sent as null
    /// clears unless a name asks for something else.
    ///
    /// @param idSent whether the body holds the id, also as null
    public static @Nullable NamedReference chosen(@Nullable UUID id, boolean idSent, @Nullable NamedReference beside) {
        if (id != null) {
            return of(id);
        }
        boolean nothing = beside == null || (beside.id == null ? beside.name == null : idSent);
        return nothing ? null : beside;
    }
}
