package ai.rhesis.backend.annotation.tag;

import java.util.UUID;

/// An object that can carry tags.
public interface Taggable {

    UUID getId();
}
