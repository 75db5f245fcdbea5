package ai.rhesis.backend.tag;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One tag on one object.
record TaggedItemView(
        UUID entityId,
        UUID tagId,
        String nanoId,
        String name,
        @Nullable String iconUnicode) {

    TagReference tag() {
        return new TagReference(tagId, nanoId, name, iconUnicode);
    }
}
