package ai.rhesis.backend.suite.source;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The text of a source; null when it has none.
public record SourceContent(UUID id, String title, @Nullable String content) {

    /// The longest text of a source, in characters.
    public static final int MAX_LENGTH = 5_000_000;
}
