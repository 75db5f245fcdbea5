package ai.rhesis.backend.platform.websocket;

import java.util.Collection;
import java.util.function.Predicate;

/// The connections of one route on this node, for the watch over them.
///
/// @param <C> their type
public interface ConnectionGroup<C extends OpenConnection> {

    Collection<C> all();

    /// Takes no more connections in, and returns those that there are.
    Collection<C> close();

    /// Returns a test of whether the holder of a connection has lost the right to it, for one look at many.
    Predicate<C> ending();
}
