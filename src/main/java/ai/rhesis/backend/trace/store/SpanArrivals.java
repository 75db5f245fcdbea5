package ai.rhesis.backend.trace.store;

import java.util.Collection;
import java.util.UUID;

/// A feature that keeps something for spans until they come.
public interface SpanArrivals {

    /// Takes note that spans of traces were stored. It is called outside of transactions, once these are committed.
    ///
    /// @param traceIds in hexadecimal digits
    void arrived(UUID project, Collection<String> traceIds);
}
