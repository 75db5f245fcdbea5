package ai.rhesis.backend.trace.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.digest.TraceDigest;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The spans of one transaction by their traces, in the order in which traces are locked.
///
/// @param digests of the traces, as if none of them were there
record DeliveredTraces(Map<TraceKey, List<ReadSpan>> byTrace, List<TraceDigest> digests) {

    static DeliveredTraces of(List<ReadSpan> spans) {
        Map<TraceKey, List<ReadSpan>> byTrace =
                spans.stream().collect(groupingBy(ReadSpan::trace, TreeMap::new, toList()));
        List<TraceDigest> digests = byTrace.values().stream()
                .map(ofTrace -> TraceDigest.of(BaseEntity.newId(), ofTrace))
                .toList();
        return new DeliveredTraces(byTrace, digests);
    }

    /// Returns the traces whose rows were not added.
    List<TraceKey> keysWithout(Set<UUID> added) {
        return digests.stream()
                .filter(digest -> !added.contains(digest.id()))
                .map(TraceDigest::key)
                .toList();
    }

    List<ReadSpan> spansOf(TraceKey trace) {
        return byTrace.getOrDefault(trace, List.of());
    }

    List<ReadSpan> spansOutside(Collection<TraceKey> traces) {
        return byTrace.entrySet().stream()
                .filter(trace -> !traces.contains(trace.getKey()))
                .flatMap(trace -> trace.getValue().stream())
                .toList();
    }

    /// Returns the ids of the traces' rows: of those that were there, and of the others.
    Map<TraceKey, UUID> rows(List<TraceDigest> known) {
        Map<TraceKey, UUID> rows = new HashMap<>(digests.stream().collect(toMap(TraceDigest::key, TraceDigest::id)));
        known.forEach(trace -> rows.put(trace.key(), trace.id()));
        return rows;
    }
}
