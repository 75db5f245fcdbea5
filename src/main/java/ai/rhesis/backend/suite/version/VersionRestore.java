package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The restoration of a set to one of its versions, as one change.
///
/// The set as it was is a version too, so restoring that undoes it.
@Service
@Transactional
class VersionRestore {

    private final VersionService service;
    private final VersionMaker maker;
    private final VersionContentQueries versioned;
    private final RestoreQueries tests;
    private final ContentRestore contents;

    VersionRestore(
            VersionService service,
            VersionMaker maker,
            VersionContentQueries versioned,
            RestoreQueries tests,
            ContentRestore contents) {
        this.service = service;
        this.maker = maker;
        this.versioned = versioned;
        this.tests = tests;
        this.contents = contents;
    }

    /// @throws ProblemException 409 when what the version names can't be brought back; then nothing changed
    RestoredVersion restore(String setKey, String key) {
        UUID setId = service.lock(setKey);
        TestSetVersion wanted = service.find(setId, key);
        TestSetVersion now = maker.make(setId, null, null).version();
        List<VersionDifference> differences = versioned.differences(setId, now.number(), wanted.number());
        List<RestoreResponse.Copy> copied = apply(setId, differences);
        TestSetVersion restored = maker.make(setId, null, wanted.number()).version();
        if (!restored.hash().equals(wanted.hash())) {
            throw Problem.conflict("The tests of version " + wanted.number() + " can't be restored as they were: a file"
                            + " of theirs was removed for good, or a name that they had is now written otherwise. Nothing"
                            + " was changed.")
                    .exception();
        }
        return new RestoredVersion(restored, copied);
    }

    private List<RestoreResponse.Copy> apply(UUID setId, List<VersionDifference> differences) {
        List<VersionMember> wanted = new ArrayList<>();
        List<UUID> removed = new ArrayList<>();
        for (VersionDifference difference : differences) {
            if (difference.after() == null) {
                removed.add(difference.testId());
            } else {
                wanted.add(difference.after());
            }
        }
        tests.remove(setId, removed);
        return put(setId, wanted);
    }

    /// Sets each test back in place unless another set holds it.
    private List<RestoreResponse.Copy> put(UUID setId, List<VersionMember> wanted) {
        Set<UUID> unchanged = tests.unchanged(wanted);
        Set<UUID> shared = new HashSet<>(tests.heldElsewhere(setId, wanted));
        List<Restoration> back = new ArrayList<>();
        List<RestoreResponse.Copy> copied = new ArrayList<>();
        List<VersionMember> members = new ArrayList<>();
        for (VersionMember member : wanted) {
            UUID original = member.testId();
            boolean isCopied = !unchanged.contains(original) && shared.contains(original);
            UUID id = isCopied ? BaseEntity.newId() : original;
            if (isCopied) {
                copied.add(new RestoreResponse.Copy(original, id));
            }
            if (!unchanged.contains(original)) {
                back.add(new Restoration(id, original, member));
            }
            members.add(new VersionMember(id, member.position(), member.contentHash()));
        }
        tests.remove(setId, copied.stream().map(RestoreResponse.Copy::testId).toList());
        contents.restore(setId, back);
        tests.put(setId, members);
        return copied;
    }
}
