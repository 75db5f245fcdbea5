package ai.rhesis.backend.annotation.file;

/// How much one upload may hold.
public record FileLimits(long maxFileBytes, int maxFilesPerRequest) {}
