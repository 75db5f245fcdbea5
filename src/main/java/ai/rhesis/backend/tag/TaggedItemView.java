package ai.rhesis.backend.tag;

import ai.rhesis.backend.query.Joined;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One tag on one object; none where the tag was deleted.
record TaggedItemView(UUID entityId, @Nullable TagReference tag) {

    TaggedItemView {
        tag = Joined.orNull(tag);
    }
}
