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
    private final JsonBinder binder;

    Patch(ObjectNode keys, Class<R> type, IfMatch ifMatch, JsonBinder binder) {
        this.keys = keys;
        this.type = type;
        this.ifMatch = ifMatch;
        this.binder = binder;
    }

    /// Lays the client's keys over the current object and validates the whole.
    ///
    /// @throws ProblemException 412 on another revision, 422 naming every bad field
    public R applyTo(R current, long revision) {
        ifMatch.check(revision);
        return binder.bind(binder.tree(current).setAll(keys), type);
    }

    /// Tells whether the client sent this key. Fields that are written but never read back, such as secrets, need
    /// this.
    public boolean mentions(String key) {
        return keys.has(key);
    }
}
