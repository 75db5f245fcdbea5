package ai.rhesis.backend.suite.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import under way, or the note of a finished one.
///
/// @param importKey what the file, its mapping and its type come to; null before it was parsed
/// @param testSetId the set that it became
record ImportSessionView(
        UUID id,
        String filename,
        String contentHash,
        @Nullable String testType,
        @Nullable String importKey,
        @Nullable UUID testSetId) {}
