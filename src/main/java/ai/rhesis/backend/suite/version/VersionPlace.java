package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.query.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in the order of a version, as the cursor of its pages carries it.
record VersionPlace(int position, UUID testId) {

    static final VersionPlace START = new VersionPlace(-1, new UUID(0, 0));
    private static final String SEPARATOR = "_";

    /// @throws ProblemException 400 when it is not the cursor of such a page
    static VersionPlace of(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        try {
            String[] parts = cursor.split(SEPARATOR, 2);
            return new VersionPlace(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Cursor.invalid();
        }
    }

    String cursor() {
        return position + SEPARATOR + testId;
    }
}
