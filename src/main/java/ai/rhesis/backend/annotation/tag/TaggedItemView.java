package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.query.Joined;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One tag on one object; none where the tag was deleted.
record TaggedItemView(UUID entityId, @Nullable TagReference tag) {

    TaggedItemView {
        tag = Joined.orNull(tag);
    }
}
