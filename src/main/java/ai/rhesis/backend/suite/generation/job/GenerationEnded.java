package ai.rhesis.backend.suite.generation.job;

import java.util.UUID;

/// The event, inside the transaction, of a generation that came to its end; not of one that somebody stopped.
public record GenerationEnded(UUID generationId) {}
