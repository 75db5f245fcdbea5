package ai.rhesis.backend.platform.node;

import java.time.Instant;

/// A feature that hears the signals of all nodes, those of other features among them. It must not take long.
public interface SignalReceiver {

    void receive(String text);

    /// Looks for what happened since a moment, after signals may have been lost.
    void catchUp(Instant since);
}
