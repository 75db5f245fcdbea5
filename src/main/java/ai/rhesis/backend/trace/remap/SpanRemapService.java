package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketQueue;
import ai.rhesis.backend.trace.dialect.SpanReader;
import ai.rhesis.backend.trace.store.reread.Outdated;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The remaps of an organization: readings of its spans by the mappings of today.
@Service
@Transactional
class SpanRemapService {

    private final SpanRemapQueries remaps;
    private final TicketQueue queue;
    private final SpanReader reader;

    SpanRemapService(SpanRemapQueries remaps, TicketQueue queue, SpanReader reader) {
        this.remaps = remaps;
        this.queue = queue;
        this.reader = reader;
    }

    /// Asks for a remap, which any node takes up.
    ///
    /// @throws ProblemException 422 for a project that does not exist, and for a version that is yet to come
    SpanRemap start(SpanRemapRequest request) {
        Outdated spans = request.outdated(reader.version());
        if (spans.beforeVersion() > reader.version()) {
            throw Problem.invalid(
                            "before_version", "must be at most %d, the version of today".formatted(reader.version()))
                    .exception();
        }
        UUID id = BaseEntity.newId();
        remaps.add(id, spans);
        queue.put(RemapWorker.KIND, Ticket.of(id), Duration.ZERO);
        return get(id);
    }

    /// @throws ProblemException 404 when there is none
    @Transactional(readOnly = true)
    public SpanRemap get(UUID id) {
        return remaps.find(id)
                .orElseThrow(
                        () -> Problem.notFound("The remap does not exist", id).exception());
    }
}
