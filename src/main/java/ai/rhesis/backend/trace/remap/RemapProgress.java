package ai.rhesis.backend.trace.remap;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The progress of remaps, as the nodes that work on them note it.
@Component
@Transactional
class RemapProgress {

    private final SpanRemapQueries remaps;

    RemapProgress(SpanRemapQueries remaps) {
        this.remaps = remaps;
    }

    @Transactional(readOnly = true)
    public Optional<SpanRemap> find(UUID id) {
        return remaps.find(id);
    }

    public void begin(UUID id, long spans) {
        remaps.begin(id, spans);
    }

    /// Counts spans in the transaction that writes them.
    @Transactional(propagation = Propagation.MANDATORY)
    public void advance(UUID id, int spans) {
        remaps.advance(id, spans);
    }

    public void end(UUID id) {
        remaps.end(id);
    }
}
