package ai.rhesis.backend.run.testresult;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The test that a result is of: as it was when its run started, and as it is now where a client keeps the result.
record TestedView(
        @JsonIgnore UUID resultId,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String input,
        @Nullable String expectedResponse,
        boolean isMultiTurn,
        @Nullable String requirement,
        @Nullable String category,
        @Nullable String topic) {}
