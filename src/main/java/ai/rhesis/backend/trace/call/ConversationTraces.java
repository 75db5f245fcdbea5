package ai.rhesis.backend.trace.call;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The traces of conversations with endpoints, all turns of which are in one.
@Component
class ConversationTraces {

    private final ConversationTraceQueries traces;

    ConversationTraces(ConversationTraceQueries traces) {
        this.traces = traces;
    }

    /// Finds the trace of a conversation; null where it has none.
    @Transactional(readOnly = true)
    @Nullable
    String find(UUID endpointId, String conversationId) {
        byte[] trace = traces.find(endpointId, Sha256.of(conversationId));
        return trace == null ? null : HexFormat.of().formatHex(trace);
    }

    /// Keeps the trace of a conversation for its next turns, and forgets some that nobody goes on with.
    @Transactional
    void keep(UUID endpointId, String conversationId, String traceId) {
        boolean isNew = traces.keep(
                endpointId, Sha256.of(conversationId), HexFormat.of().parseHex(traceId));
        if (isNew) {
            traces.forget();
        }
    }
}
