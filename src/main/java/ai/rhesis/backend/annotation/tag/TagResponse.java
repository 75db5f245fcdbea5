package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import org.jspecify.annotations.Nullable;

/// A tag as a client reads it.
record TagResponse(Identity identity, String name, @Nullable String iconUnicode) implements Identified {

    static TagResponse of(Tag tag) {
        return new TagResponse(Identity.of(tag), tag.getName(), tag.getIconUnicode());
    }
}
