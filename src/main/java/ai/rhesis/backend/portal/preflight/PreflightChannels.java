package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.platform.socket.ChannelKind;
import ai.rhesis.backend.platform.socket.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The channels of preflights. Anybody may follow one before it begins, by the id that they chose; it is told to its
/// starter alone, because nobody else can read its rows.
@Component
class PreflightChannels implements ChannelKind {

    private final PreflightStore store;

    PreflightChannels(PreflightStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return PreflightStore.KIND;
    }

    @Override
    public boolean isOpen(UUID id) {
        return true;
    }

    @Override
    public List<Frame> news(UUID id, UUID subjectId) {
        if (!subjectId.equals(id)) {
            return updates(id, store.read(id, subjectId));
        }
        PreflightStore.Kept kept = store.read(id);
        return kept.isFinished() ? List.of(complete(id, kept)) : updates(id, kept.checks());
    }

    /// Repeats what was found before somebody looked.
    @Override
    public List<Frame> history(UUID id) {
        PreflightStore.Kept kept = store.read(id);
        List<Frame> frames = new ArrayList<>(updates(id, kept.checks()));
        if (kept.isFinished()) {
            frames.add(complete(id, kept));
        }
        return frames;
    }

    @Override
    public List<Frame> missed(UUID id, Instant since) {
        return history(id);
    }

    private static List<Frame> updates(UUID id, List<CheckRow> checks) {
        return checks.stream()
                .map(check -> Frame.of("preflight.check_update", CheckResponse.of(check, id)))
                .toList();
    }

    private static Frame complete(UUID id, PreflightStore.Kept kept) {
        return Frame.of("preflight.complete", PreflightResponse.finished(id, kept.checks()));
    }
}
