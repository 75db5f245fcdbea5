package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.node.SignalQueries;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The sending of signals by features, to the followers of a channel on all nodes.
@Component
public class Signals {

    private final SignalQueries signals;

    Signals(SignalQueries signals) {
        this.signals = signals;
    }

    /// Tells the followers of a channel of this organization, once the caller's transaction is committed.
    ///
    /// @param subjectId what happened, for [ChannelKind#news] to read
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Channel channel, UUID subjectId) {
        signals.send(new Signal(Tenant.current().organizationId(), channel, subjectId).text());
    }
}
