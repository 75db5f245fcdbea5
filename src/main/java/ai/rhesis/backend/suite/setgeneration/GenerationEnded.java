package ai.rhesis.backend.suite.setgeneration;

import java.util.UUID;

/// The event, inside the transaction, of a generation that came to its end; not of one that somebody stopped.
public record GenerationEnded(UUID generationId) {}
