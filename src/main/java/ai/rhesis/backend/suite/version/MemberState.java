package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test of a set as it is now, beside the last version.
///
/// @param position null where the set doesn't hold the test
/// @param content null where there is no living test
/// @param wasPosition null where the last version doesn't have the test
record MemberState(
        UUID testId,
        @Nullable Integer position,
        @Nullable TestContent content,
        @Nullable Integer wasPosition,
        @Nullable String wasHash) {

    boolean isThere() {
        return position != null && content != null;
    }

    boolean wasThere() {
        return wasPosition != null;
    }

    boolean differs(@Nullable String contentHash) {
        return isThere() ? !Objects.equals(position, wasPosition) || !Objects.equals(contentHash, wasHash) : wasThere();
    }

    int requiredPosition() {
        return Objects.requireNonNull(position);
    }

    TestContent requiredContent() {
        return Objects.requireNonNull(content);
    }
}
