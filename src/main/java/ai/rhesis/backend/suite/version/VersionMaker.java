package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.persistence.Batches;
import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.suite.version.content.ContentQueries;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The making of versions, which costs only as much as changed since the last one.
@Component
class VersionMaker {

    private static final int BATCH = 1000;
    /// More at once could take a statement longer than it may on a busy machine.
    private static final int READ_AT_ONCE = 10_000;

    private final VersionQueries versions;
    private final MemberQueries members;
    private final ContentQueries contents;
    private final StatisticsQueries statistics;

    VersionMaker(
            VersionQueries versions, MemberQueries members, ContentQueries contents, StatisticsQueries statistics) {
        this.versions = versions;
        this.members = members;
        this.contents = contents;
        this.statistics = statistics;
    }

    /// Makes a version of a set as it is now, or returns the last one where no test differs from that. Other
    /// makers wait only when something may have changed.
    MadeVersion make(UUID setId, @Nullable String description, @Nullable Integer restoredNumber) {
        TestSetVersion last = versions.last(setId).orElse(null);
        if (last != null && !members.hasNotes(setId)) {
            return new MadeVersion(last, false);
        }
        members.lock(setId);
        last = versions.last(setId).orElse(null);
        VersionEnd end = last == null ? VersionEnd.ofNothing() : versions.end(setId, last.number());
        int number = last == null ? 1 : last.number() + 1;
        Recording recording = record(setId, number, end);
        if (last != null && recording.changes().isEmpty()) {
            return new MadeVersion(last, false);
        }
        VersionEnd newEnd = recording.changes().atEndOnly() ? recording.end() : members.newest(setId);
        versions.insert(setId, new NewVersion(number, description, restoredNumber, recording.changes()), newEnd);
        return new MadeVersion(versions.last(setId).orElseThrow(), true);
    }

    private Recording record(UUID setId, int number, VersionEnd end) {
        List<UUID> noted = members.takeNotes(setId);
        Recording recording = new Recording(MemberChanges.NONE, end);
        if (noted.isEmpty()) {
            return recording;
        }
        contents.lock();
        for (List<UUID> some : Batches.of(noted, READ_AT_ONCE)) {
            recording = read(setId, number, recording, some);
        }
        if (noted.size() >= BATCH) {
            statistics.refresh();
        }
        return recording;
    }

    private Recording read(UUID setId, int number, Recording before, List<UUID> testIds) {
        Recording recording = before;
        try (Stream<MemberState> states = members.states(setId, testIds)) {
            Iterator<MemberState> each = states.iterator();
            while (each.hasNext()) {
                recording = record(setId, number, recording, batch(each));
            }
        }
        return recording;
    }

    private static List<MemberState> batch(Iterator<MemberState> states) {
        List<MemberState> batch = new ArrayList<>();
        while (states.hasNext() && batch.size() < BATCH) {
            batch.add(states.next());
        }
        return batch;
    }

    private Recording record(UUID setId, int number, Recording before, List<MemberState> states) {
        Recording after = before;
        RangeChanges changes = new RangeChanges();
        for (MemberState state : states) {
            String hash = state.isThere() ? state.requiredContent().contentHash() : null;
            if (state.differs(hash)) {
                after = after.with(state, hash);
                changes.add(state, hash);
            }
        }
        members.close(setId, number, changes.closed());
        contents.store(changes.contents());
        members.open(setId, number, changes.opened());
        return after;
    }

    /// The changes found so far, and the end of the version as long as all of them are at its end.
    private record Recording(MemberChanges changes, VersionEnd end) {

        Recording with(MemberState state, @Nullable String hash) {
            MemberChanges counted = changes.with(state, end.position());
            return hash != null && counted.atEndOnly()
                    ? new Recording(counted, end.with(state.requiredPosition(), hash))
                    : new Recording(counted, end);
        }
    }
}
