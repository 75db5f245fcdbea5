package ai.rhesis.backend.platform.persistence;

import java.util.UUID;

/// An object that `/resolve` finds by its id, and a row of `app.object`.
public interface Resolvable {

    UUID getId();
}
