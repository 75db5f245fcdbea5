package ai.rhesis.backend.trace.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The writing of spans and of the traces that they belong to, in one transaction.
///
/// New traces get their rows with all that their spans add up to. Those that are there are locked first, so that
/// repeated spans are known and not counted again.
@Component
class SpanWriter {

    private final TraceQueries traces;
    private final SpanQueries spans;

    SpanWriter(TraceQueries traces, SpanQueries spans) {
        this.traces = traces;
        this.spans = spans;
    }

    /// Writes the spans that are not there yet, and returns the ids of their rows.
    ///
    /// @param delivered each span once
    /// @throws CannotAcquireLockException when a trace was deleted in this moment: then it is worth another attempt
    @Transactional
    Set<UUID> write(List<ReadSpan> delivered) {
        Map<TraceKey, List<ReadSpan>> byTrace =
                delivered.stream().collect(groupingBy(ReadSpan::trace, TreeMap::new, toList()));
        List<TraceDigest> digests = byTrace.values().stream()
                .map(spans -> TraceDigest.of(BaseEntity.newId(), spans))
                .toList();
        Set<UUID> added = traces.add(digests);
        List<TraceDigest> known = lock(digests.stream()
                .filter(digest -> !added.contains(digest.id()))
                .map(TraceDigest::key)
                .toList());
        Set<UUID> written = spans.add(delivered, rows(digests, known));
        change(known, byTrace, written);
        return written;
    }

    private List<TraceDigest> lock(List<TraceKey> keys) {
        List<TraceDigest> locked = keys.isEmpty() ? List.of() : traces.lock(keys);
        if (locked.size() < keys.size()) {
            throw new CannotAcquireLockException("a trace was deleted meanwhile");
        }
        return locked;
    }

    private static Map<TraceKey, UUID> rows(List<TraceDigest> digests, List<TraceDigest> known) {
        Map<TraceKey, UUID> rows = new HashMap<>(digests.stream().collect(toMap(TraceDigest::key, TraceDigest::id)));
        known.forEach(trace -> rows.put(trace.key(), trace.id()));
        return rows;
    }

    private void change(List<TraceDigest> known, Map<TraceKey, List<ReadSpan>> byTrace, Set<UUID> written) {
        List<TraceDigest> changed = new ArrayList<>();
        for (TraceDigest trace : known) {
            List<ReadSpan> more = byTrace.getOrDefault(trace.key(), List.of()).stream()
                    .filter(span -> written.contains(span.id()))
                    .toList();
            if (!more.isEmpty()) {
                changed.add(trace.plus(more));
            }
        }
        if (!changed.isEmpty()) {
            traces.change(changed);
        }
    }
}
