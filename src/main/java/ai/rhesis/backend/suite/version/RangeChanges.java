package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ranges that a new version ends and begins, and the contents that it needs.
final class RangeChanges {

    private final List<UUID> closed = new ArrayList<>();
    private final List<VersionMember> opened = new ArrayList<>();
    private final Map<String, TestContent> contents = new LinkedHashMap<>();

    /// Takes up a test that differs from the last version; null is the hash of one that is gone.
    void add(MemberState state, @Nullable String hash) {
        if (state.wasThere()) {
            closed.add(state.testId());
        }
        if (hash != null) {
            opened.add(new VersionMember(state.testId(), state.requiredPosition(), hash));
            contents.put(hash, state.requiredContent());
        }
    }

    List<UUID> closed() {
        return closed;
    }

    List<VersionMember> opened() {
        return opened;
    }

    Map<String, TestContent> contents() {
        return contents;
    }
}
