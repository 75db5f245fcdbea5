package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.web.IfMatch;
import tools.jackson.databind.node.ObjectNode;

/// A change of an object: the keys that a client sent, laid over the object as it is.
///
/// Absent means unchanged, null means cleared, and the whole object is bound and validated as on creation.
public final class Patch<R> {

    private final ObjectNode keys;
    private final Class<R> type;
    private final IfMatch ifMatch;
    private final JsonBinder bodies;

    Patch(ObjectNode keys, Class<R> type, IfMatch ifMatch, JsonBinder bodies) {
        this.keys = keys;
        this.type = type;
        this.ifMatch = ifMatch;
        this.bodies = bodies;
    }

    /// The object as the client wants it.
    ///
    /// @throws ProblemException 412 on another revision, 422 naming every bad field
    public R applyTo(R current, long revision) {
        ifMatch.check(revision);
        return bodies.bind(bodies.tree(current).setAll(keys), type);
    }

    /// Whether the client sent this key; for what is written but never read back, and so is absent from the current.
    public boolean mentions(String key) {
        return keys.has(key);
    }
}
