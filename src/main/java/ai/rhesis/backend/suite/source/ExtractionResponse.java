package ai.rhesis.backend.suite.source;

import java.time.Instant;
import java.util.UUID;

/// The text that was extracted from the document of a source.
record ExtractionResponse(UUID sourceId, String content, String format, Instant extractedAt) {}
