package ai.rhesis.backend.annotation.typelookup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value of a named type as a client writes it.
record TypeLookupRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String typeName,
        @NotBlank @Size(max = 255) String typeValue,
        @Nullable String description) {

    static TypeLookupRequest of(TypeLookup lookup) {
        return new TypeLookupRequest(
                lookup.getId(), lookup.getTypeName(), lookup.getTypeValue(), lookup.getDescription());
    }
}
