package ai.rhesis.backend.annotation.tag;

import ai.rhesis.backend.platform.query.Joined;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tag as it is named on the object that carries it.
public record TagReference(
        UUID id, String nanoId, String name, @Nullable String iconUnicode) implements Joined {}
