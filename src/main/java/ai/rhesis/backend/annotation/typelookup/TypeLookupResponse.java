package ai.rhesis.backend.annotation.typelookup;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import org.jspecify.annotations.Nullable;

/// A value of a named type as a client reads it.
record TypeLookupResponse(
        Identity identity,
        String typeName,
        String typeValue,
        @Nullable String description) implements Identified {

    static TypeLookupResponse of(TypeLookup lookup) {
        return new TypeLookupResponse(
                Identity.of(lookup), lookup.getTypeName(), lookup.getTypeValue(), lookup.getDescription());
    }
}
