package ai.rhesis.backend.platform.node;

import java.util.Set;
import java.util.UUID;

/// A feature that wants to know which nodes live. It must not take long.
public interface NodeWatcher {

    /// Takes note of the nodes that live, every two seconds.
    default void living(Set<UUID> nodes) {}

    /// Takes note that this node was taken for dead, or the table of nodes was lost.
    default void forgotten() {}
}
